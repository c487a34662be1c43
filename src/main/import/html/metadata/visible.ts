import { parseDate } from '../../dates/parse-date.ts'
import { isFullName } from '../../text/person-names.ts'
import type { Survey } from '../survey.ts'
import { collapse, isElement, lineOf, lineUpTo, walk } from '../walk.ts'
import { titleSimilarity } from './title.ts'
import type { Claims } from './claims.ts'
import { isForeign } from './foreign.ts'
import { classOf, marksOf } from '../marks-of.ts'

/** Longest visible text that is read as a byline or a date, and longest box around a byline, in UTF-16 units. */
const LONGEST = { byline: 120, date: 120, box: 400 }

/** What a reader sees: bylines, and dates beside them. */
export function visibleClaims(survey: Survey, language: string | null): Claims {
  return { author: visibleBylines(survey), published: visibleDates(survey, language) }
}

/** Marked authors first, those beside the first of them included; then lines such as "By Ann Example". */
function visibleBylines(survey: Survey): string[] {
  const marked = survey.authorMarks
    .filter((element) => !isForeign(element))
    .map((element) => ({ element, text: bylineOf(element) }))
    .filter(({ text }) => text !== '')
  const first = marked[0]?.element
  const beside = marked.flatMap(({ element, text }) => (first === undefined || isBeside(element, first) ? [text] : []))
  const written = survey.lines.filter(
    (line) => line.text.length <= 80 && BYLINE.test(line.text) && !isForeign(line.parent),
  )
  const named = survey.lines.filter(({ parent }) => !isForeign(parent)).flatMap(({ text }) => namesBesideDate(text))
  return [
    beside.join('; '),
    ...written.slice(0, 1).map(({ text }) => text),
    ...marked.map(({ text }) => text),
    ...named.slice(0, 1),
  ].filter((text) => text !== '')
}

/** People in a line that parts them from a date by strokes: `04.02.2022 | 13:10 Uhr | Ann Example`. */
function namesBesideDate(line: string): readonly string[] {
  const parts = line.length > LONGEST.byline ? [] : line.split(/\s+(?:[|·•]|\/\/)\s+/u)
  if (parts.length < 2 || parts.every((part) => parseDate(part) === null)) return []
  return parts.filter((part) => isFullName(part) && parseDate(part) === null)
}

/** A line that is a byline by its own words, though no markup says so; a name begins with a capital letter. */
const BYLINE =
  /^(?:[-–—|]\s*)?(?:(?:BY|By|by|VON|Von|von|Par|Por|Door|Text(?: von| by)?|Auteur|Autor(?:in|en|es)?|Authors?|Written by|Posted by|Автор|Gepostet von|Geschrieben von|Verfasst von|Veröffentlicht von|Eingestellt von|Gespeichert von|Beitrag von|Redaktion(?=\s?:))\s*[:：]?\s+(?:der |die )?\p{Lu}\S*(?:\s+(?:\p{Lu}\S*|de|von|van|der|den|la|le|di|und|and|et|y|&|,)){0,7}(?:\s*(?:[|•·»(]|\s(?:am|um|on|at)(?:\s|$)).*)?|(?:文|作者|記者|Автор|Autor(?:in)?|Author)\s*[:：]\s*\S.{1,40})$/u

/** Authors of one article stand in one list. */
function isBeside(element: Element, first: Element): boolean {
  return (
    element === first ||
    (classOf(element) === classOf(first) &&
      (element.parentElement === first.parentElement ||
        element.parentElement?.parentElement === first.parentElement?.parentElement))
  )
}

/** Text of an element that marks an author; `''` when it is no byline. */
export function bylineOf(element: Element): string {
  if (lineUpTo(element, LONGEST.box) === '') return ''
  const marked = element.firstElementChild === null ? [] : Array.from(element.querySelectorAll(NAME_MARKS))
  const named = marked.map(spacedLine).filter((text) => text !== '')
  const text = named.length === 0 ? spacedLine(element) : [...new Set(named)].slice(0, 6).join('; ')
  return text.length > LONGEST.byline ? '' : text
}

/** What marks the name itself inside a byline. */
const NAME_MARKS =
  '[rel~=author],[itemprop=name],.fn,.author-name,.author_name,.author__name,.authorName,.byline-name,.byline__name,.name'

const SILENT = new Set(['SCRIPT', 'STYLE'])

/** Text in one line, with a space where one element ends and the next begins: `<b>Ann</b><i>5 min</i>`. */
function spacedLine(element: Element): string {
  let text = ''
  // A text may be several nodes: linkedom begins a new one at every character reference.
  walk(
    element,
    (node) => {
      if (isElement(node)) text += ' '
      else if (node.nodeType === 3 && !SILENT.has(node.parentElement?.tagName ?? '')) text += node.textContent ?? ''
    },
    (node) => {
      if (isElement(node)) text += ' '
    },
  )
  return collapse(text)
}

/** Times marked as such come first, then elements whose class says date, then lines around the headline. */
function visibleDates(survey: Survey, language: string | null): string[] {
  const times = survey.times.filter((element) => !isForeign(element))
  const published = times.filter(
    (element) => element.hasAttribute('pubdate') || /publish|entry-date|created/i.test(marksOf(element)),
  )
  const stated = [...published, ...times].flatMap((element) => [
    element.getAttribute('datetime') ?? '',
    lineUpTo(element, LONGEST.date),
  ])
  const marked = survey.dateMarks
    .filter((element) => !isForeign(element))
    .flatMap((element) => [
      element.getAttribute('datetime') ?? '',
      element.getAttribute('title') ?? '',
      lineUpTo(element, LONGEST.date),
    ])
  return [...stated, ...marked, ...datesAround(survey)].filter(
    (text) => text !== '' && text.length <= LONGEST.date && parseDate(text, { language }) !== null,
  )
}

/** How many lines after and before the headline a date may stand. */
const AROUND = { after: 25, before: 12 }

function datesAround(survey: Survey): string[] {
  const dated = survey.lines.filter(({ parent }) => !isForeign(parent))
  const headline = headlinePlace(survey)
  const distance = ({ place }: { readonly place: number }): number => place - headline
  const after = dated.filter((line) => distance(line) >= 0 && distance(line) <= AROUND.after)
  const before = dated.filter((line) => distance(line) < 0 && distance(line) >= -AROUND.before).reverse()
  const last = dated.filter(({ text }) =>
    /^(?:posted|published|veröffentlicht|erstellt|stand|publié|publicado|eingestellt|geschrieben)\b/i.test(text),
  )
  return [...after, ...before, ...last].map(({ text }) => text)
}

/** Where the headline stands among the lines: the heading most like the title that the page states, else the first. */
function headlinePlace(survey: Survey): number {
  const title = survey.metas.find(({ name }) => name === 'og:title')?.value ?? survey.titleTag
  const likeness = survey.headings.map((heading) => titleSimilarity(lineOf(heading), title))
  const most = Math.max(0, ...likeness)
  const place = most > 0.5 ? survey.headingPlaces[likeness.indexOf(most)] : survey.headlinePlace
  return Math.max(0, place ?? 0)
}
