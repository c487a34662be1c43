import type { Article } from '../../shared/model/article.ts'
import { showPartialDate } from './show-date.ts'

/** The facts that say where words are from. */
export type CitedSource = Pick<Article, 'title' | 'byline' | 'publication'> & { readonly published: string | null }
/** The facts a citation needs. */
export type CitedArticle = CitedSource & Pick<Article, 'label' | 'url'>

/**
 * A quotation as one pastes it into a text: the words, then author, title, publication, date and address, each only where it
 * is known.
 */
export function quoteWithCitation(quote: string, article: CitedArticle, locale: string): string {
  const source = sourceWords({ ...article, title: article.title ?? article.label }, locale)
  const quoted = inQuotes(quote.trim().replaceAll(/\s*\n+\s*/g, '\n'))
  return [quoted, ...(source === '' ? [] : [`— ${source}`]), ...(article.url === null ? [] : [article.url])].join('\n')
}

/** Author, title, publication and date, as far as they are known: `Maren Lindqvist, “What the dust remembers”, 14 May 2023`. */
export function sourceWords({ byline, title, publication, published }: CitedSource, locale: string): string {
  const date = published === null ? null : showPartialDate(published, locale)
  return [byline, title === null ? null : `“${title}”`, publication, date]
    .filter((part) => part !== null && part !== '')
    .join(', ')
}

/** Words in quotation marks, unless they begin with their own. */
export function inQuotes(words: string): string {
  return /^[“„«"「]/u.test(words) ? words : `“${words}”`
}
