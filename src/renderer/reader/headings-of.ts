import type { Heading } from '../../shared/model/heading.ts'
import { headingWords, isPermalink } from '../../shared/text/headings-of.ts'
import type { TextMap } from './text-map.ts'

/** The headings of an article's own text: not its headline, nor those of boxes and related articles. */
export function headingsOf(article: Element, map: TextMap): readonly Heading[] {
  return [...article.querySelectorAll('h1, h2, h3, h4, h5, h6')].flatMap((element) => {
    const start = map.offsetOf(element, 0)
    const text = headingWords(textOf(element))
    if (start === null || text === '' || element.closest('header, aside, footer, table') !== null) return []
    return [{ text, level: Number(element.tagName.slice(1)), start }]
  })
}

function textOf(heading: Element): string {
  const copy = heading.cloneNode(true) as Element
  for (const link of copy.querySelectorAll('a')) if (isPermalink(link.textContent)) link.remove()
  return copy.textContent
}

/** Index of the heading a position stands under; -1 before the first. */
export function headingAt(headings: readonly Heading[], offset: number): number {
  return headings.findLastIndex(({ start }) => start <= offset)
}
