import type { PageElement } from '../../../shared/model/page-element.ts'
import { countWords } from '../enrich/count-words.ts'
import { parsePage } from './parse-page.ts'
import { collapse, isElement } from './walk.ts'
import { classOf } from './marks-of.ts'

/** Parts that are named at most, the outer ones first. */
const MOST_PARTS = 1_000
/** Characters of a part's text that are told. */
const TOLD = 600
/** Fewest letters and digits of a part that could be an article. */
const LEAST_LETTERS = 20

const PARTS = new Set(
  'article aside blockquote body center dd details div dl figure footer form header li main nav ol p pre section table tbody td tr ul'.split(
    ' ',
  ),
)

const BLOCKS = [...PARTS, 'br', 'dt', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th'].join(',')

/**
 * The parts of a page that a person may choose from, the page itself first, each followed by those within it. A part
 * around one other part and nothing else is left out for the inner one. Empty for a page nested too deep to be read.
 */
export function outlinePage(html: string): readonly PageElement[] {
  const page = parsePage(html)
  if (!page.ok) return []
  const parts: PageElement[] = []
  // The outer ones first, so that a page of thousands of rows does not hide what lies after its first table.
  for (const silent of page.value.querySelectorAll('script, style, noscript, template')) silent.remove()
  // Blocks that the source writes without a space between them are no one word.
  for (const block of page.value.querySelectorAll(BLOCKS)) block.after(' ')
  let level: readonly Found[] = [innermost({ element: page.value.body, selector: 'body', depth: 0, order: [] })]
  const found: Found[] = []
  while (level.length > 0 && found.length + level.length <= MOST_PARTS) {
    found.push(...level)
    level = level.flatMap((outer) => partsWithin(outer).map(innermost))
  }
  found.sort(inPageOrder)
  for (const { element, selector, depth } of found) {
    const text = collapse(element.textContent)
    parts.push({ selector, depth, name: nameOf(element), words: countWords(text), text: text.slice(0, TOLD) })
  }
  return parts
}

interface Found {
  readonly element: Element
  readonly selector: string
  readonly depth: number
  /** Places among the parts of each outer part: sorts parts as the page has them. */
  readonly order: readonly number[]
}

function partsWithin(outer: Found): readonly Found[] {
  const inner: Omit<Found, 'depth' | 'order'>[] = []
  const gather = (parent: Element, path: string): void => {
    const counts = new Map<string, number>()
    for (const child of Array.from(parent.childNodes).filter(isElement)) {
      const name = child.localName.toLowerCase()
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      const selector = `${path} > ${name}:nth-of-type(${String(count)})`
      if (!PARTS.has(name)) gather(child, selector)
      else if (lettersOf(child) >= LEAST_LETTERS) inner.push({ element: child, selector })
    }
  }
  gather(outer.element, outer.selector)
  return inner.map((one, index) => ({ ...one, depth: outer.depth + 1, order: [...outer.order, index] }))
}

/** What a part comes down to when it is only around another one. */
function innermost(part: Found): Found {
  let at = part
  for (;;) {
    const [only, other] = partsWithin(at)
    if (only === undefined || other !== undefined || lettersOf(only.element) !== lettersOf(at.element)) return at
    at = { ...part, element: only.element, selector: only.selector }
  }
}

function inPageOrder(one: Found, other: Found): number {
  const at = one.order.findIndex((place, index) => place !== other.order[index])
  if (at < 0) return one.order.length - other.order.length
  return (one.order[at] ?? -1) - (other.order[at] ?? -1)
}

function nameOf(element: Element): string {
  const id = element.id === '' ? '' : `#${element.id}`
  const [first = ''] = classOf(element).split(/\s+/)
  return `${element.localName.toLowerCase()}${id}${id !== '' || first === '' ? '' : `.${first}`}`.slice(0, 60)
}

function lettersOf(element: Element): number {
  return element.textContent.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}
