import { parseDate } from '../../dates/parse-date.ts'
import type { Survey } from '../survey.ts'
import { isElement, lineOf } from '../walk.ts'
import type { Claims } from './claims.ts'

/** Boxes whose dates and names belong to something else. */
const FOREIGN =
  /comment|related|recommend|sidebar|footer|widget|promo|newsletter|popular|trending|latest|recent|archive|copyright|calendar|event|menu|nav/i

/** Longest visible text that is read as a byline or a date, in UTF-16 units. */
const LONGEST = { byline: 120, date: 120 }

/** What a reader sees: bylines, and dates beside them. */
export function visibleClaims(survey: Survey, language: string | null): Claims {
  return {
    author: survey.authorMarks
      .filter((element) => !isForeign(element))
      .map(bylineOf)
      .filter((text) => text !== ''),
    published: visibleDates(survey, language),
  }
}

/** Text of an element that marks an author; `''` when it is no byline. */
export function bylineOf(element: Element): string {
  const link = element.querySelector('[rel~=author],[itemprop=name],.fn,.author-name,.name')
  const text = lineOf(link ?? element)
  return text.length > LONGEST.byline ? '' : text
}

/** Times marked as such come first, then elements whose class says date and whose text is one. */
function visibleDates(survey: Survey, language: string | null): string[] {
  const hints = { language }
  const times = survey.times.filter((element) => !isForeign(element))
  const published = times.filter(
    (element) => element.hasAttribute('pubdate') || /publish|entry-date|created/i.test(marks(element)),
  )
  const stated = [...published, ...times].map((element) => element.getAttribute('datetime') ?? lineOf(element))
  const marked = survey.dateMarks
    .filter((element) => !isForeign(element))
    .flatMap((element) => [
      element.getAttribute('datetime') ?? '',
      element.getAttribute('title') ?? '',
      lineOf(element),
    ])
  return [...stated, ...marked].filter(
    (text) => text !== '' && text.length <= LONGEST.date && parseDate(text, hints) !== null,
  )
}

function marks(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`
}

function isForeign(element: Element): boolean {
  let node: Element | null = element
  for (let level = 0; node !== null && level < 8; level++, node = node.parentElement) {
    if (node.tagName === 'BODY' || node.tagName === 'HTML' || node.tagName === 'MAIN' || node.tagName === 'ARTICLE')
      return false
    if (node.tagName === 'FOOTER' || node.tagName === 'NAV' || node.tagName === 'ASIDE') return true
    if (FOREIGN.test(marks(node))) return true
  }
  return false
}

/** Lines of text near the headline that are nothing but a date: the last resort. */
export function datesNear(heading: Element | undefined, language: string | null): string[] {
  const found: string[] = []
  const around = heading?.parentElement?.parentElement ?? heading?.parentElement
  if (around === null || around === undefined) return found
  for (let node: Node | null = around.firstChild; node !== null && found.length < 3; node = node.nextSibling) {
    const text = isElement(node) ? lineOf(node) : ''
    if (text.length > 5 && text.length <= LONGEST.date && parseDate(text, { language }) !== null) found.push(text)
  }
  return found
}
