import { bylineNames } from '../../../shared/text/byline-names.ts'
import { element, type Markup, type MarkupElement } from '../markup.ts'
import { parseDate } from '../dates/parse-date.ts'
import { titleSimilarity } from './metadata/title.ts'
import type { Survey } from './survey.ts'
import { lengthOfMarkup, textOfMarkup } from './text-of-markup.ts'
import { lineUpTo, lineWithoutReadings } from './walk.ts'
import { marksOf } from './marks-of.ts'

/** Lines above an article as its page shows them; null where the page shows none. */
export interface ShownHeader {
  readonly headline: string | null
  readonly standfirst: string | null
  readonly byline: string | null
  readonly dateline: string | null
}

const STANDFIRST =
  /(?:^|[\s_-])(?:standfirst|dek|deck|sub-?head(?:line)?|sub-?title|vorspann|chapo|chapeau|strap-?line)(?:$|[\s_-])/i

/** How long a standfirst is, in UTF-16 units: shorter is a label, longer a text. */
const STANDFIRST_LENGTH = { least: 30, most: 600 }
/** Longest byline or dateline. */
const LONGEST_LINE = 140

/** What the untouched page shows above its article. `title` and `byline` are the facts already found. */
export function findShownHeader(
  survey: Survey,
  facts: { readonly title: string | null; readonly byline: string | null },
): ShownHeader {
  const { title, byline } = facts
  const headlines = survey.headings
    .map(lineWithoutReadings)
    .filter((text) => title !== null && titleSimilarity(text, title) > 0.8)
  const standfirst = survey.standfirsts
    .filter((node) => STANDFIRST.test(marksOf(node)) && !holdsHeadings(node))
    .map((node) => lineUpTo(node, STANDFIRST_LENGTH.most))
    .find((text) => isStandfirst(text, title))
  const names = bylineNames(byline)
  const bylines = survey.authorMarks.map((node) => lineUpTo(node, LONGEST_LINE)).filter((text) => text !== '')
  const dates = [...survey.times, ...survey.dateMarks].map((node) => lineUpTo(node, LONGEST_LINE))
  return {
    headline: headlines[0] ?? null,
    standfirst: standfirst ?? null,
    byline: bylineNaming(names, bylines),
    dateline: dates.find((text) => parseDate(text, { language: survey.language }) !== null) ?? null,
  }
}

/** A section of the article has its own heading; a standfirst may be one. */
function holdsHeadings(node: Element): boolean {
  return node.tagName === 'H1' || ['h1', 'h2', 'h3', 'h4'].some((name) => node.getElementsByTagName(name).length > 0)
}

function isStandfirst(text: string, title: string | null): boolean {
  const { least, most } = STANDFIRST_LENGTH
  return text.length >= least && text.length <= most && (title === null || titleSimilarity(text, title) < 0.8)
}

/** The shortest line that names all authors, else the first. */
function bylineNaming(names: readonly string[], lines: readonly string[]): string | null {
  const [first] = names
  if (first === undefined) return null
  const byLength = [...lines].sort((a, b) => a.length - b.length)
  const all = byLength.find((line) => names.every((name) => line.includes(name)))
  return all ?? byLength.find((line) => line.includes(first)) ?? null
}

/** The `<header>` element, or null when the page shows nothing above the article. */
export function headerMarkup(shown: ShownHeader): MarkupElement | null {
  const lines: MarkupElement[] = []
  if (shown.headline !== null) lines.push(element('h1', [shown.headline]))
  if (shown.standfirst !== null) lines.push(element('p', [shown.standfirst], { class: 'standfirst' }))
  if (shown.byline !== null) lines.push(element('p', [shown.byline], { class: 'byline' }))
  if (shown.dateline !== null && !(shown.byline ?? '').includes(shown.dateline)) {
    lines.push(element('p', [shown.dateline], { class: 'dateline' }))
  }
  return lines.length === 0 ? null : element('header', lines)
}

/** How many leading blocks may repeat the header. */
const LEADING_BLOCKS = 12

/** The blocks without those at the beginning that say again what the header says. */
export function withoutHeaderLines(blocks: readonly Markup[], shown: ShownHeader): readonly Markup[] {
  const lines = new Set(Object.values(shown).flatMap((line: string | null) => (line === null ? [] : [fold(line)])))
  const standfirst = shown.standfirst === null ? null : fold(shown.standfirst)
  return lines.size === 0 ? blocks : withoutLines(blocks, { lines, standfirst }, { left: LEADING_BLOCKS })
}

function withoutLines(
  blocks: readonly Markup[],
  header: { readonly lines: Set<string>; readonly standfirst: string | null },
  budget: { left: number },
): readonly Markup[] {
  const kept: Markup[] = []
  for (const block of blocks) {
    if (typeof block === 'string' || budget.left <= 0) {
      kept.push(block)
      continue
    }
    const isShort = lengthOfMarkup([block], STANDFIRST_LENGTH.most) <= STANDFIRST_LENGTH.most
    const text = isShort ? textOfMarkup([block]) : null
    const line = text === null || text === '' ? null : fold(text)
    if (line !== null && header.lines.has(line)) {
      // Said again it is the article's own sentence.
      if (line === header.standfirst) header.lines.delete(line)
      continue
    }
    if (block.children.some((child) => typeof child !== 'string') && block.name !== 'p' && block.name !== 'figure') {
      kept.push({ ...block, children: withoutLines(block.children, header, budget) })
    } else {
      if (text !== '') budget.left--
      kept.push(block)
    }
  }
  return kept
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
}
