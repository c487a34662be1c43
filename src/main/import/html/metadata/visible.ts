import { parseDate } from '../../dates/parse-date.ts'
import type { Survey } from '../survey.ts'
import { lineOf } from '../walk.ts'
import type { Claims } from './claims.ts'

/** Boxes whose dates and names belong to something else. */
const FOREIGN =
  /(?:^|[\s_-])(?:comments?|commentlist|related|recommend\w*|sidebar|footer|widget(?!\sBlog)|promo|newsletter|popular|trending|latest|recent|archives?|copyright|calendar|events|menu|nav|navigation|navbar)(?:$|[\s_-])/i

/** Longest visible text that is read as a byline or a date, in UTF-16 units. */
const LONGEST = { byline: 120, date: 120 }

/** What a reader sees: bylines, and dates beside them. */
export function visibleClaims(survey: Survey, language: string | null): Claims {
  return { author: visibleBylines(survey), published: visibleDates(survey, language) }
}

/** Marked authors first, those beside the first of them included; then lines such as "By Ann Example". */
function visibleBylines(survey: Survey): string[] {
  const marked = survey.authorMarks.filter((element) => !isForeign(element) && bylineOf(element) !== '')
  const first = marked[0]
  const beside = marked.filter((element) => first === undefined || isBeside(element, first)).map(bylineOf)
  const written = survey.lines.filter(
    (line) => line.text.length <= 80 && BYLINE.test(line.text) && !isForeign(line.parent),
  )
  return [beside.join('; '), ...written.slice(0, 1).map(({ text }) => text), ...marked.map(bylineOf)].filter(
    (text) => text !== '',
  )
}

/** A line that is a byline by its own words, though no markup says so; a name begins with a capital letter. */
const BYLINE =
  /^(?:(?:BY|By|by|VON|Von|von|Par|Por|Door|Text|Autor(?:in)?|Author|Written by|Posted by|Автор|Gepostet von|Geschrieben von|Verfasst von|Veröffentlicht von|Eingestellt von)\s*[:：]?\s+\p{Lu}\S*(?:\s+(?:\p{Lu}\S*|de|von|van|der|den|la|le|di|und|and|et|y|&|,)){0,7}|(?:文|作者|記者|Автор|Autor(?:in)?|Author)\s*[:：]\s*\S.{1,40})$/u

/** Authors of one article stand in one list. */
function isBeside(element: Element, first: Element): boolean {
  return (
    element === first ||
    (element.getAttribute('class') === first.getAttribute('class') &&
      (element.parentElement === first.parentElement ||
        element.parentElement?.parentElement === first.parentElement?.parentElement))
  )
}

/** Text of an element that marks an author; `''` when it is no byline. */
export function bylineOf(element: Element): string {
  const link = element.querySelector('[rel~=author],[itemprop=name],.fn,.author-name,.name')
  const text = lineOf(link ?? element)
  return text.length > LONGEST.byline ? '' : text
}

/** Times marked as such come first, then elements whose class says date, then lines around the headline. */
function visibleDates(survey: Survey, language: string | null): string[] {
  const times = survey.times.filter((element) => !isForeign(element))
  const published = times.filter(
    (element) => element.hasAttribute('pubdate') || /publish|entry-date|created/i.test(marks(element)),
  )
  const stated = [...published, ...times].flatMap((element) => [
    element.getAttribute('datetime') ?? '',
    lineOf(element),
  ])
  const marked = survey.dateMarks
    .filter((element) => !isForeign(element))
    .flatMap((element) => [
      element.getAttribute('datetime') ?? '',
      element.getAttribute('title') ?? '',
      lineOf(element),
    ])
  return [...stated, ...marked, ...datesAround(survey)].filter(
    (text) => text !== '' && text.length <= LONGEST.date && parseDate(text, { language }) !== null,
  )
}

/** How many lines after and before the headline a date may stand. */
const AROUND = { after: 25, before: 12 }

function datesAround(survey: Survey): string[] {
  const dated = survey.lines.filter(({ parent }) => !isForeign(parent))
  const distance = ({ place }: { readonly place: number }): number => place - Math.max(0, survey.headlinePlace)
  const after = dated.filter((line) => distance(line) >= 0 && distance(line) <= AROUND.after)
  const before = dated.filter((line) => distance(line) < 0 && distance(line) >= -AROUND.before).reverse()
  const last = dated.filter(({ text }) =>
    /^(?:posted|published|veröffentlicht|erstellt|stand|publié|publicado|eingestellt|geschrieben)\b/i.test(text),
  )
  return [...after, ...before, ...last].map(({ text }) => text)
}

function marks(element: Element): string {
  return `${element.getAttribute('class') ?? ''} ${element.id}`
}

function isForeign(element: Element | null): boolean {
  let node: Element | null = element
  for (let level = 0; node !== null && level < 8; level++, node = node.parentElement) {
    if (node.tagName === 'BODY' || node.tagName === 'HTML' || node.tagName === 'MAIN' || node.tagName === 'ARTICLE')
      return false
    if (node.tagName === 'FOOTER' || node.tagName === 'NAV' || node.tagName === 'ASIDE') return true
    if (FOREIGN.test(marks(node))) return true
  }
  return false
}
