import type { TextQuote } from '../../../../shared/model/annotation.ts'
import { describeQuote } from '../../../../shared/text/describe-quote.ts'
import { parsePage } from '../../html/parse-page.ts'

/** A range of an article as reading services store it: XPaths from its container, offsets in the text of what they name. */
export interface ElementRange {
  readonly start: string
  readonly startOffset: number
  readonly end: string
  readonly endOffset: number
  /** What offsets count: JavaScript's code units, or the code points of Go and Python. */
  readonly unit: 'code-unit' | 'code-point'
}

/** The words in a range of the article that a service kept, with what stands around; null when it is not there. */
export function quoteAtRange(html: string, range: ElementRange): TextQuote | null {
  const page = parsePage(html)
  if (!page.ok) return null
  const outline = outlineOf(page.value.body)
  const start = placeOf(outline, range.start, range.startOffset, range.unit)
  const end = placeOf(outline, range.end, range.endOffset, range.unit)
  return start === null || end === null || end <= start ? null : describeQuote(outline.text, start, end)
}

interface Outline {
  readonly root: Node
  readonly text: string
  /** Where the text of every node begins. */
  readonly starts: ReadonlyMap<Node, number>
}

function outlineOf(root: Node): Outline {
  const starts = new Map<Node, number>()
  let text = ''
  const visit = (node: Node): void => {
    starts.set(node, text.length)
    if (node.nodeType === TEXT_NODE) text += node.textContent ?? ''
    else for (const child of node.childNodes) visit(child)
  }
  visit(root)
  return { root, text, starts }
}

const TEXT_NODE = 3
/** `p[2]`, `p`, `text()[1]`. */
const STEP = /^([a-z][\w:-]*|text\(\))(?:\[(\d{1,6})\])?$/i

function placeOf({ root, starts }: Outline, path: string, offset: number, unit: ElementRange['unit']): number | null {
  const node = nodeAt(root, path)
  const begin = node === null ? undefined : starts.get(node)
  if (node === null || begin === undefined || !Number.isInteger(offset) || offset < 0) return null
  const text = node.textContent ?? ''
  const units = unit === 'code-unit' ? offset : Array.from(text).slice(0, offset).join('').length
  return units > text.length ? null : begin + units
}

function nodeAt(root: Node, path: string): Node | null {
  let node: Node = root
  for (const step of path.split('/').filter((part) => part !== '' && part !== '.')) {
    const [, name = '', number = '1'] = STEP.exec(step) ?? []
    const found = [...node.childNodes].filter((child) => nameOf(child) === name.toLowerCase())[Number(number) - 1]
    if (found === undefined) return null
    node = found
  }
  return node
}

function nameOf(node: Node): string {
  return node.nodeType === TEXT_NODE ? 'text()' : node.nodeName.toLowerCase()
}
