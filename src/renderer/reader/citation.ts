import type { Article } from '../../shared/model/article.ts'

/** The facts a citation needs. */
export type CitedArticle = Pick<Article, 'title' | 'label' | 'byline' | 'publication' | 'published' | 'url' | 'uid'>

/**
 * A quotation as one pastes it into a text: the words, then author, title, publication, date and address, each only where it
 * is known. `dateText` is the date in people's words.
 */
export function quoteWithCitation(quote: string, article: CitedArticle, dateText: string | null): string {
  const title = article.title ?? article.label
  const parts = [article.byline, title === null ? null : `“${title}”`, article.publication, dateText]
  const source = parts.filter((part) => part !== null).join(', ')
  const words = quote.trim().replaceAll(/\s*\n+\s*/g, '\n')
  const quoted = /^[“„«"「]/u.test(words) ? words : `“${words}”`
  return [quoted, ...(source === '' ? [] : [`— ${source}`]), ...(article.url === null ? [] : [article.url])].join('\n')
}
