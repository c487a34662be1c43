import { plainValue } from './plain-value.ts'
import { cleanTitle, longestPiece, pieceBefore, titleSimilarity, titleWords } from './title.ts'

/** The page's headings, and those of the first rank among them. */
interface ShownHeadings {
  readonly headings: readonly string[]
  readonly headlines: readonly string[]
}

/** A visible headline that resembles a stated title is the title as its readers know it. */
const LEAST_LIKENESS = { h1: 0.3, h2: 0.75 }

/** The only headline of a page is its title, whatever is stated elsewhere, when it says so much. */
const LONE_HEADLINE = { words: 1, length: 10 }

/** A name that stands in so many headlines is the site's. */
const REPEATED = 3

/**
 * The title of the article, chosen among what the page states (`values`, best source first) and what it shows.
 * `siteNames` are what the page calls its site. null when there is neither.
 */
export function mergeTitle(
  values: readonly string[],
  siteNames: readonly string[],
  context: ShownHeadings,
): string | null {
  const isSite = (title: string): boolean => siteNames.some((name) => titleSimilarity(name, title) > 0.9)
  const whole = values.map(plainValue).filter(isTitle)
  const stated = whole.map((value) => cleanTitle(value, siteNames, context.headings)).filter(isTitle)
  const parted = headlineAfterKicker(whole, context.headings)
  if (parted !== null) return parted
  const headlines = ownHeadlines(context.headlines.filter((text) => isTitle(text) && !isSite(text)))
  const shown = shownTitle(
    { stated, whole },
    headlines,
    context.headings.filter((text) => isTitle(text) && !isSite(text)),
  )
  if (shown !== null) {
    const before = whole.map((title) => pieceBefore(title, shown)).find((piece) => piece !== null && !isSite(piece))
    return before ?? withoutKicker(cleanTitle(shown, siteNames, []), stated)
  }
  const title = stated.find((text) => !isSite(text))
  if (title === undefined) return headlines[0] ?? stated[0] ?? context.headlines[0] ?? null
  return context.headings.some((text) => titleSimilarity(text, title) > 0.6) ? title : longestPiece(title)
}

/** Words of a kicker at most, and fewest of the headline after it. */
const KICKER = { most: 4, least: 3 }

/**
 * The heading that a stated title is after a kicker and a colon (`Genetics: The secret of giant flowers`); null when
 * there is none, or the page shows the whole as its headline: then it is a section's.
 */
function headlineAfterKicker(stated: readonly string[], headings: readonly string[]): string | null {
  const unshown = stated.filter((title) => !headings.some((heading) => titleSimilarity(heading, title) === 1))
  return headings.find((heading) => unshown.some((title) => isAfterKicker(title, heading))) ?? null
}

function isAfterKicker(title: string, heading: string): boolean {
  if (!title.endsWith(heading) || titleWords(heading).length < KICKER.least) return false
  const before = title.slice(0, -heading.length)
  return /:\s+$/u.test(before) && titleWords(before).length <= KICKER.most
}

/** Each headline once, without those that stand there again and again. */
function ownHeadlines(headlines: readonly string[]): readonly string[] {
  const times = (text: string): number => headlines.filter((other) => other === text).length
  return [...new Set(headlines)].filter((text) => times(text) < REPEATED)
}

function isTitle(text: string): boolean {
  return text.length <= 300 && titleWords(text).length > 0
}

function shownTitle(
  { stated, whole }: { readonly stated: readonly string[]; readonly whole: readonly string[] },
  headlines: readonly string[],
  headings: readonly string[],
): string | null {
  const begun = headlines.find((headline) => whole.some((title) => beginsWith(title, headline)))
  if (begun !== undefined) return begun
  const likeness = (text: string): number => Math.max(0, ...stated.map((title) => titleSimilarity(title, text)))
  const first = best(headlines, likeness, LEAST_LIKENESS.h1)
  const second = best(headings, likeness, LEAST_LIKENESS.h2)
  if (first !== null && second !== null && likeness(second) > likeness(first) + 0.4) return second
  return first ?? second ?? loneHeadline(headlines)
}

/** Whether a stated title is a headline of some length and what stands below it. */
function beginsWith(title: string, headline: string): boolean {
  const words = titleWords(headline)
  return (
    words.length >= 3 &&
    titleWords(title)
      .join(' ')
      .startsWith(`${words.join(' ')} `)
  )
}

function loneHeadline(headlines: readonly string[]): string | null {
  const [only, ...others] = headlines
  if (only === undefined || others.length > 0) return null
  return titleWords(only).length >= LONE_HEADLINE.words && only.length >= LONE_HEADLINE.length ? only : null
}

/** The text most like what is stated, if it is like enough; the longest of equals. */
function best(texts: readonly string[], likeness: (text: string) => number, least: number): string | null {
  const top = [...texts].sort((a, b) => likeness(b) - likeness(a) || b.length - a.length)[0]
  return top !== undefined && likeness(top) >= least ? top : null
}

/** A headline element may hold a kicker or subtitle too: then the stated title that it begins or ends with is it. */
function withoutKicker(shown: string, stated: readonly string[]): string {
  const words = titleWords(shown).join(' ')
  const parts = stated.filter((title) => titleWords(title).length >= 3 && isPart(shown, words, title))
  if (stated.some((title) => titleWords(title).join(' ') === words)) return shown
  return parts.sort((a, b) => b.length - a.length)[0] ?? shown
}

function isPart(shown: string, words: string, title: string): boolean {
  const own = titleWords(title).join(' ')
  if (own.length >= words.length) return false
  if (words.endsWith(` ${own}`)) return true
  // `Plant grows in Ohio` states more than `Plant grows`; only after a stop does a subtitle begin.
  return words.startsWith(`${own} `) && /^[\s"'»“”’)]*[:.!?–—|-]/u.test(shown.slice(title.length))
}
