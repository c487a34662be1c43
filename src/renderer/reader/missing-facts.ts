import type { Article } from '../../shared/model/article.ts'
import { bylineNames } from '../../shared/text/byline-names.ts'
import { saysTheSame } from './says-the-same.ts'

/** Facts of an article that its own text does not show at its beginning. */
export interface MissingFacts {
  readonly title: string | null
  readonly publication: string | null
  readonly standfirst: string | null
  readonly byline: string | null
  readonly published: string | null
}

/** Where the window says what a text does not: above it, or in the text's own header below its headline. */
export interface PlacedFacts {
  readonly above: MissingFacts
  readonly below: Pick<MissingFacts, 'standfirst' | 'byline' | 'published'>
}

/** How much of a text counts as its beginning when it has no header, UTF-16 code units. */
const BEGINNING = 600
/** A description of the page that is longer stands above no article. */
const LONGEST_STANDFIRST = 500

/**
 * What the window says beside a text because the text does not: the text itself is left as it is. A fact corrected by hand
 * counts as missing, for the text still says the old one.
 */
export function missingFacts(article: Article): MissingFacts {
  const header = article.parts.find(({ kind, start }) => kind === 'header' && start === 0)
  const beginning = folded(article.text.slice(0, header?.end ?? BEGINNING))
  const unless = (fact: string | null): string | null =>
    fact === null || beginning.includes(folded(fact)) ? null : fact
  const headerHtml = article.html.slice(0, Math.max(0, article.html.indexOf('</header>')))
  // What stands at the top of a page says where it is from; a credit below it may name the publication by chance.
  const top = header === undefined ? beginning : folded(article.text.slice(0, header.end))
  const saysDate = /class="dateline"|<time/.test(headerHtml) || saysYear(beginning, article.published)
  const names = bylineNames(article.byline).map((name) => beginning.includes(folded(name)))
  // A page that names one author where names stand has its reasons not to name the others there.
  const saysNames = header === undefined ? names.every(Boolean) : names.length === 0 || names.some(Boolean)
  return {
    title: unless(article.title),
    publication: article.publication !== null && top.includes(folded(article.publication)) ? null : article.publication,
    standfirst: missingStandfirst(article, header?.end ?? 0),
    byline: saysNames ? null : article.byline,
    published: saysDate ? null : article.published,
  }
}

/** Sorts the missing facts: below a headline that the text shows itself, else all of them above the text. */
export function placeFacts(article: Article): PlacedFacts {
  const missing = missingFacts(article)
  const { standfirst, byline, published } = missing
  if (!hasHeader(article) || missing.title !== null) return { above: missing, below: NOTHING }
  return { above: { ...NOTHING, publication: missing.publication }, below: { standfirst, byline, published } }
}

const NOTHING: MissingFacts = { title: null, publication: null, standfirst: null, byline: null, published: null }

/** Whether the text begins with a header, which the window's own facts follow. */
export function hasHeader(article: Pick<Article, 'parts'>): boolean {
  return article.parts.some(({ kind, start }) => kind === 'header' && start === 0)
}

/* Often a page describes itself with its first sentences, which follow at once. */
function missingStandfirst({ standfirst, text }: Article, headerEnd: number): string | null {
  if (standfirst === null || standfirst.length > LONGEST_STANDFIRST) return null
  const near = text.slice(0, headerEnd + BEGINNING + 2 * standfirst.length)
  return saysTheSame(near, standfirst) ? null : standfirst
}

function saysYear(beginning: string, published: string | null): boolean {
  return published === null || beginning.includes(published.slice(0, 4))
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
