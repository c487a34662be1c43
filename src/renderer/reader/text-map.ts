import type { TextRange } from '../../shared/text/text-range.ts'

/** A place between two characters of a document's text node. */
export interface TextPosition {
  readonly node: Text
  readonly offset: number
}

/** The way between positions in an article's text (UTF-16 code units) and places in its document. */
export interface TextMap {
  /** Length of the text. */
  readonly length: number
  /** The place of a position; at the border of two text nodes a `start` lies in the later one, an `end` in the earlier. */
  readonly positionAt: (offset: number, side: 'start' | 'end') => TextPosition | null
  /** Position of any boundary point of the document, as `Range` and `Selection` have them; null outside the article. */
  readonly offsetOf: (node: Node, offset: number) => number | null
  /** A live range over a stretch of the text; null when there is no text. Ends beyond the text are brought inside. */
  readonly rangeOf: (range: TextRange) => Range | null
  /** The stretch that a range of the document covers; what lies outside the article is cut off. */
  readonly textRangeOf: (range: AbstractRange) => TextRange | null
}

/**
 * Maps the text of an element as its `textContent` reads: all text nodes in document order. Built in one pass, then
 * every question costs a binary search. The document must not change afterwards, and nothing here changes it.
 */
export function createTextMap(root: Element): TextMap {
  const { nodes, starts, length } = collectText(root)
  const indexOf = new Map<Node, number>(nodes.map((node, index) => [node, index]))

  function positionAt(offset: number, side: 'start' | 'end'): TextPosition | null {
    const inside = Math.min(Math.max(offset, 0), length)
    const after = countUpTo(starts, inside)
    // An end exactly where a node begins belongs to the node before, or the range would hold an empty piece of the next.
    const index = side === 'end' && starts[after - 1] === inside && after > 1 ? after - 2 : after - 1
    const node = nodes[index]
    return node === undefined ? null : { node, offset: inside - (starts[index] ?? 0) }
  }

  function offsetOf(node: Node, offset: number): number | null {
    const known = indexOf.get(node)
    if (known !== undefined) return (starts[known] ?? 0) + Math.min(offset, nodes[known]?.length ?? 0)
    if (!root.contains(node)) return null
    return starts[firstAfter(nodes, { node, offset })] ?? length
  }

  function rangeOf({ start, end }: TextRange): Range | null {
    const from = positionAt(start, 'start')
    const to = positionAt(end, start === end ? 'start' : 'end')
    if (from === null || to === null) return null
    const range = root.ownerDocument.createRange()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  function textRangeOf(range: AbstractRange): TextRange | null {
    const whole = root.ownerDocument.createRange()
    whole.selectNodeContents(root)
    const startsInside = root.contains(range.startContainer)
    const endsInside = root.contains(range.endContainer)
    if (!startsInside && !endsInside && !surrounds(range, whole)) return null
    const start = startsInside ? offsetOf(range.startContainer, range.startOffset) : 0
    const end = endsInside ? offsetOf(range.endContainer, range.endOffset) : length
    return start === null || end === null ? null : { start, end: Math.max(start, end) }
  }

  return { length, positionAt, offsetOf, rangeOf, textRangeOf }
}

interface CollectedText {
  readonly nodes: readonly Text[]
  /** Where each node's text begins. */
  readonly starts: readonly number[]
  readonly length: number
}

/* 4 = NodeFilter.SHOW_TEXT; the constant belongs to a window, and the article may live in another one. */
const SHOW_TEXT = 4

function collectText(root: Element): CollectedText {
  const nodes: Text[] = []
  const starts: number[] = []
  let length = 0
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text
    if (text.length === 0) continue
    nodes.push(text)
    starts.push(length)
    length += text.length
  }
  return { nodes, starts, length }
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the first text node that begins at or after a boundary point in an element; binary search in document order. */
function firstAfter(nodes: readonly Text[], point: { readonly node: Node; readonly offset: number }): number {
  const border = point.node.ownerDocument?.createRange()
  border?.setStart(point.node, point.offset)
  let low = 0
  let high = nodes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const node = nodes[middle]
    if (node !== undefined && (border?.comparePoint(node, 0) ?? 0) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function surrounds(outer: AbstractRange, inner: Range): boolean {
  return (
    inner.comparePoint(outer.startContainer, outer.startOffset) < 0 &&
    inner.comparePoint(outer.endContainer, outer.endOffset) > 0
  )
}
