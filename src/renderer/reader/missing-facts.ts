import type { Article } from '../../shared/model/article.ts'

/** Facts of an article that its own text does not show at its beginning. */
export interface MissingFacts {
  readonly title: string | null
  readonly publication: string | null
  readonly standfirst: string | null
  readonly byline: string | null
  readonly published: string | null
}

/** How much of a text counts as its beginning when it has no header, UTF-16 code units. */
const BEGINNING = 600

/**
 * What the window says above a text because the text does not: the text itself is left as it is. A fact corrected by hand
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
  return {
    title: unless(article.title),
    publication: article.publication !== null && top.includes(folded(article.publication)) ? null : article.publication,
    standfirst: unless(article.standfirst),
    byline: saysNames(beginning, article.byline) ? null : article.byline,
    published: saysDate ? null : article.published,
  }
}

/** Whether the text begins with a header, which the window's own facts follow. */
export function hasHeader(article: Pick<Article, 'parts'>): boolean {
  return article.parts.some(({ kind, start }) => kind === 'header' && start === 0)
}

function saysNames(beginning: string, byline: string | null): boolean {
  return byline === null || byline.split(', ').every((name) => beginning.includes(folded(name)))
}

function saysYear(beginning: string, published: string | null): boolean {
  return published === null || beginning.includes(published.slice(0, 4))
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
