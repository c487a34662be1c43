import { isElement, isText, lengthBefore, textOf } from './text-nodes.ts'

/** Parts of an EPUB CFI range: what both ends share, and the two ends. */
export interface CfiRange {
  readonly start: string
  readonly end: string
}

/**
 * Start and end of a CFI with a range, `epubcfi(/6/4!/4/10,/2/1:3,/4/1:8)`, each as a whole path; a CFI without a range
 * is both. The way through the package (before the last `!`) is left out: which document is meant is the reader's to know.
 */
export function parseCfi(cfi: string): CfiRange {
  const inner = /^\s*epubcfi\((?<inner>.*)\)\s*$/s.exec(cfi)?.groups?.inner ?? cfi.trim()
  const [shared = '', start = '', end = ''] = splitUnescaped(inner, ',')
  const within = (path: string): string => splitUnescaped(path, '!').at(-1) ?? ''
  return { start: within(shared + start), end: within(shared + (end === '' ? start : end)) }
}

/**
 * The offset of a CFI path in the container's text (UTF-16 code units). Steps count from the document's root element
 * (IDPF, EPUB Canonical Fragment Identifiers 1.1: even = elements, odd = the text between them); Calibre's begin with
 * one more step for that element. Undefined when the path leads nowhere.
 */
export function findByCfi(root: Element, container: Element, path: string): number | undefined {
  const [way = '', offsetText] = splitUnescaped(path.replace(/\[(?:\^.|[^\]])*\]/g, ''), ':')
  const steps = way
    .split('/')
    .slice(1)
    .map((step) => Number.parseInt(step, 10))
  const offset = Number.parseInt(offsetText ?? '0', 10)
  if (steps.some(Number.isNaN) || Number.isNaN(offset)) return undefined
  // Step 2 from the root would be the head, which no highlight lies in.
  const own = steps[0] === 2 && steps.length > 2 && root.localName.toLowerCase() === 'html' ? steps.slice(1) : steps
  return follow(root, container, own, offset)
}

function follow(root: Element, container: Element, steps: readonly number[], offset: number): number | undefined {
  let at = root
  for (const [index, step] of steps.entries()) {
    if (step % 2 === 1) return index === steps.length - 1 ? textOffset(container, at, step, offset) : undefined
    const child = at.children[step / 2 - 1]
    if (child === undefined) return undefined
    at = child
  }
  if (!container.contains(at)) return undefined
  return lengthBefore(container, at) + Math.min(offset, textOf(at).length)
}

/** Text between the elements `(step − 1) / 2` and the next of a parent: comments do not part it. */
function textOffset(container: Element, parent: Element, step: number, offset: number): number | undefined {
  if (!container.contains(parent)) return undefined
  const before = parent.children[(step - 1) / 2 - 1]
  if (step > 1 && before === undefined) return undefined
  let node = before === undefined ? parent.firstChild : before.nextSibling
  let length = 0
  for (; node !== null && !isElement(node); node = node.nextSibling) if (isText(node)) length += textOf(node).length
  const start =
    before === undefined ? lengthBefore(container, parent) : lengthBefore(container, before) + textOf(before).length
  return start + Math.min(offset, length)
}

function splitUnescaped(text: string, mark: string): readonly string[] {
  const parts: string[] = ['']
  for (const [piece] of text.matchAll(/\^.|\[(?:\^.|[^\]])*\]|[^]/gu)) {
    if (piece === mark) parts.push('')
    else parts.push((parts.pop() ?? '') + piece)
  }
  return parts
}
