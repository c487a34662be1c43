/** Calls `visit` for every element under `root` (not `root` itself) in document order; never recurses. */
export function walkElements(root: Node, visit: (element: Element) => void): void {
  walk(root, (node) => {
    if (isElement(node)) visit(node)
  })
}

/** Deepest nesting of elements under `root`, but stops counting at `limit`. */
export function nestingUpTo(root: Node, limit: number): number {
  let deepest = 0
  walk(root, (_node, depth) => {
    if (depth > deepest) deepest = depth
    return deepest < limit
  })
  return deepest
}

/** Calls `enter` for every node under `root` in document order with its depth (1 = child), and stops at false. */
export function walk(root: Node, enter: (node: Node, depth: number) => unknown, leave?: (node: Node) => void): void {
  let depth = 1
  let node: Node | null = root.firstChild
  while (node !== null) {
    if (enter(node, depth) === false) return
    const child: Node | null = node.firstChild
    if (child !== null) {
      node = child
      depth++
      continue
    }
    leave?.(node)
    let next: Node | null = node.nextSibling
    while (next === null) {
      node = node.parentNode
      depth--
      if (node === null || node === root) return
      leave?.(node)
      next = node.nextSibling
    }
    node = next
  }
}

/** Whether a node is an element; narrows its type. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

/** Text of a node in one line: white space collapsed, trimmed. */
export function lineOf(node: Node | null | undefined): string {
  return collapse(node?.textContent ?? '')
}

/** The same without readings (`<rt>`), which stand over words and are none of the line. */
export function lineWithoutReadings(element: Element): string {
  if (element.getElementsByTagName('rt').length === 0) return lineOf(element)
  let text = ''
  walk(element, (node) => {
    if (node.nodeType === 3 && (node.parentElement?.closest('rt, rp') ?? null) === null) text += node.textContent ?? ''
  })
  return collapse(text)
}

/** White space (also no-break) collapsed to single spaces, zero-width characters dropped, trimmed. */
export function collapse(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Text of a node in one line, `''` when it is longer than `limit` UTF-16 units: large boxes are not read to their end. */
export function lineUpTo(node: Node, limit: number): string {
  const pieces: string[] = []
  // White space of the source's layout is not counted, up to a reasonable amount of it.
  let left = limit * 4 + 200
  walk(node, (inner) => {
    if (inner.nodeType !== 3 || SILENT.has(inner.parentNode?.nodeName ?? '')) return true
    const text = inner.textContent ?? ''
    pieces.push(text)
    left -= text.length
    return left >= 0
  })
  const line = left < 0 ? '' : collapse(pieces.join(''))
  return line.length > limit ? '' : line
}

const SILENT = new Set(['SCRIPT', 'STYLE'])
