import { isElement, walk } from './walk.ts'

/** How much an element holds, in characters without white space at the ends of text nodes. */
export interface Measure {
  /** All text. */
  readonly text: number
  /** Text inside links to other pages. */
  readonly linked: number
  /** Text of paragraphs and other long runs, without links: what articles are made of. */
  readonly prose: number
}

/** The measures of every element of a page that holds text. */
export interface Measures {
  readonly of: (element: Element) => Measure
}

const NOTHING: Measure = { text: 0, linked: 0, prose: 0 }
const PROSE = new Set(['P', 'BLOCKQUOTE', 'PRE', 'LI', 'DD', 'TD'])
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'SELECT'])

/** A text node of so many characters is prose wherever it stands (old pages have no paragraphs). */
const LONG_RUN = 50

/** Measures everything under `root` in one walk. */
export function measure(root: Element): Measures {
  const found = new Map<Node, { text: number; linked: number; prose: number }>()
  const totals = (node: Node): { text: number; linked: number; prose: number } => {
    const known = found.get(node)
    if (known !== undefined) return known
    const fresh = { text: 0, linked: 0, prose: 0 }
    found.set(node, fresh)
    return fresh
  }
  const close = (node: Node): void => {
    const own = found.get(node)
    if (own === undefined || !isElement(node)) return
    if (SILENT.has(node.tagName)) {
      found.delete(node)
      return
    }
    if (node.tagName === 'A' && !(node.getAttribute('href') ?? '#').startsWith('#')) {
      own.linked = own.text
      own.prose = 0
    }
    if (PROSE.has(node.tagName)) own.prose = own.text - own.linked
    if (node === root || node.parentNode === null) return
    const parent = totals(node.parentNode)
    parent.text += own.text
    parent.linked += own.linked
    parent.prose += own.prose
  }
  walk(
    root,
    (node) => {
      if (node.nodeType !== 3 || node.parentNode === null) return
      const length = (node.textContent ?? '').trim().length
      if (length === 0) return
      const parent = totals(node.parentNode)
      parent.text += length
      if (length >= LONG_RUN) parent.prose += length
    },
    close,
  )
  return { of: (element) => found.get(element) ?? NOTHING }
}
