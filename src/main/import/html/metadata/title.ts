import { collapse } from '../walk.ts'

/** Between a headline and the name of the site, the section, or both. */
const SEPARATOR = /\s+[|\-–—·•»«:>/\\~]+\s+|\s*[|»]\s*|\s*::\s*|\s+[<>]\s+|：|｜|\s*\|\s*/u

/** Words of a text, folded, for comparing titles. */
export function titleWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Share of the words (by length) of two titles that both have, 0 to 1. */
export function titleSimilarity(a: string, b: string): number {
  const wordsA = titleWords(a)
  const wordsB = titleWords(b)
  if (wordsA.length === 0 || wordsB.length === 0) return 0
  const known = new Set(wordsA)
  const size = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0)
  const shared = size(wordsB.filter((word) => known.has(word)))
  return (2 * shared) / (size(wordsA) + size(wordsB))
}

/**
 * A title without the names of the site around it. `names` are what the page calls its site; `headings` its visible
 * headlines: a piece that is one of them is the title.
 */
export function cleanTitle(title: string, names: readonly string[], headings: readonly string[]): string {
  const whole = collapse(title)
  const heading = headings.find((text) => text.length > 4 && titleSimilarity(text, whole) === 1)
  if (heading !== undefined) return whole
  const stripped = names.reduce((text, name) => withoutName(text, name), whole)
  if (stripped !== whole && stripped !== '') return stripped
  const contained = headings.filter((text) => text.length > 8 && isPieceOf(text, whole))
  // Of `Customs - News - The new tariff` all three may be headlines on the page.
  return contained.sort((a, b) => b.length - a.length)[0] ?? whole
}

/**
 * The first piece of a title that names its site (`headline`) in a later piece; null when it does not, or the first is
 * too short to be a headline.
 */
export function pieceBefore(title: string, headline: string): string | null {
  const pieces = title.split(SEPARATOR).filter((piece) => piece.trim() !== '')
  const [first = ''] = pieces
  const later = pieces.slice(1).map((piece) => titleWords(piece).join(' '))
  return first.length >= Math.max(15, headline.length * 1.3) && later.includes(titleWords(headline).join(' '))
    ? first.trim()
    : null
}

/** The first or last piece of the title, by its separators, that is not the name of a site. */
export function longestPiece(title: string): string {
  const pieces = title.split(SEPARATOR).filter((piece) => piece.trim() !== '')
  const first = pieces[0] ?? title
  const last = pieces.at(-1) ?? title
  if (pieces.length < 2) return title
  if (titleWords(first).length >= 3 || first.length >= 15) return titleUpToSite(title, last)
  return titleWords(last).length > titleWords(first).length ? last.trim() : title
}

function titleUpToSite(title: string, last: string): string {
  const withoutLast = title.slice(0, title.lastIndexOf(last)).replace(/[\s|\-–—·•»«:>/\\~：｜]+$/u, '')
  return titleWords(last).length <= 4 && withoutLast !== '' ? withoutLast : title
}

function withoutName(title: string, name: string): string {
  const words = titleWords(name).join('')
  if (words.length < 3) return title
  const separators = [...title.matchAll(new RegExp(SEPARATOR, 'gu'))]
  for (const match of separators) {
    const before = title.slice(0, match.index)
    const after = title.slice(match.index + match[0].length)
    if (isSiteName(after, words) && titleWords(before).length > 0) return before.trim()
    if (isSiteName(before, words) && !isCutName(before, words) && titleWords(after).length > 0)
      return withoutName(after.trim(), name)
  }
  return title
}

/** `Buying dogs` is not the name of `buyingdogs24`, though it begins so: before a headline, names stand whole. */
function isCutName(piece: string, words: string): boolean {
  const own = titleWords(piece).join('').replace(ARTICLES, '')
  return own !== words.replace(ARTICLES, '') && /\d/.test(words.slice(own.length))
}

/** `BBC News` and `BBC`, `example.com` and `Example`, `The Review` and `review` name the same site. */
function isSiteName(piece: string, words: string): boolean {
  const own = titleWords(piece).join('').replace(ARTICLES, '')
  const name = words.replace(ARTICLES, '')
  return (
    own !== '' &&
    (own === name || (own.length >= 3 && own.length < 40 && (own.startsWith(name) || name.startsWith(own))))
  )
}

/** Before the names of newspapers, in the languages that have them. */
const ARTICLES = /^(?:the|der|die|das|les|le|la|el|il)(?=\p{L}{5})/u

function isPieceOf(text: string, whole: string): boolean {
  const pieces = whole.split(SEPARATOR).map((piece) => titleWords(piece).join(' '))
  const words = titleWords(text).join(' ')
  return words !== '' && (pieces.includes(words) || titleWords(whole).join(' ').startsWith(`${words} `))
}
