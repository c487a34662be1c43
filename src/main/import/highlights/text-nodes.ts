const ELEMENT = 1
const TEXT = 3
const CDATA = 4

/** Whether a node is text; a parser may part one text into several such nodes (linkedom does at every entity). */
export function isText(node: Node): boolean {
  return node.nodeType === TEXT || node.nodeType === CDATA
}

/** Whether a node is an element. */
export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT
}

/** The text of a node and all under it. */
export function textOf(node: Node): string {
  return node.textContent ?? ''
}

/** UTF-16 code units of the container's text before a node that lies in it. */
export function lengthBefore(container: Node, node: Node): number {
  let length = 0
  for (let at = node; at !== container && at.parentNode !== null; at = at.parentNode) {
    for (let before = at.previousSibling; before !== null; before = before.previousSibling) {
      if (isText(before) || isElement(before)) length += textOf(before).length
    }
  }
  return length
}

/** Neighbouring text nodes of an element taken together, as every program but this parser counts them, in order. */
export function textRuns(parent: Node): readonly (readonly Node[])[] {
  const runs: Node[][] = []
  let open = false
  for (const child of Array.from(parent.childNodes)) {
    if (!isText(child)) {
      open = false
    } else if (open) {
      runs.at(-1)?.push(child)
    } else {
      runs.push([child])
      open = true
    }
  }
  return runs
}

/** Elements whose words no line shares with what stands beside them. */
const BLOCKS = new Set(
  `address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
)

/** Offsets in the container's text at which a block begins or ends, rising, each once. */
export function blockEdgesOf(container: Node): readonly number[] {
  const edges = new Set<number>()
  let length = 0
  const visit = (node: Node): void => {
    if (isText(node)) length += textOf(node).length
    if (!isElement(node)) return
    const isBlock = BLOCKS.has(node.localName.toLowerCase())
    if (isBlock) edges.add(length)
    for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child)
    if (isBlock) edges.add(length)
  }
  visit(container)
  return [...edges]
}
