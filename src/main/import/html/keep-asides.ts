import type { Measures } from './measures.ts'
import { walkElements } from './walk.ts'
import { marksOf } from './marks-of.ts'

/** Marks a box that is to become an `<aside>` again: Readability removes every `<aside>` it sees. */
export const ASIDE_MARK = 'data-offprint-aside'

/** Fewest characters of prose in a box worth keeping, and the largest share of links. */
const LEAST_PROSE = 120
const MOST_LINKED = 0.25

/** Saves the boxes inside the article (facts, definitions, background) from being removed with the link lists. */
export function keepAsides(document: Document, measures: Measures): void {
  const asides: Element[] = []
  walkElements(document.body, (element) => {
    if (element.tagName === 'ASIDE' && element.closest('article,main') !== null && isWorthKeeping(element, measures)) {
      asides.push(element)
    }
  })
  for (const aside of asides) {
    const box = document.createElement('blockquote')
    box.setAttribute(ASIDE_MARK, '')
    while (aside.firstChild !== null) box.appendChild(aside.firstChild)
    aside.parentNode?.replaceChild(box, aside)
  }
}

function isWorthKeeping(aside: Element, measures: Measures): boolean {
  const { text, linked, prose } = measures.of(aside)
  const marks = marksOf(aside)
  if (
    /newsletter|related|promo|share|social|author|comment|sidebar|widget|advert|subscribe|recommend|teaser|popular/i.test(
      marks,
    )
  ) {
    return false
  }
  return prose >= LEAST_PROSE && linked <= text * MOST_LINKED
}
