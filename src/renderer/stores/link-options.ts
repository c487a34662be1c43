import type { HighlightColor } from '../../shared/model/annotation.ts'
import type { Direction } from '../../shared/model/rendition.ts'
import type { DeepLink } from '../../shared/text/deep-link.ts'
import { beginningOf } from '../../shared/text/beginning-of.ts'
import { displayTitle } from '../../shared/text/display-title.ts'
import { theHost } from '../api.ts'

/** Something to link to: an article, or a highlight with its passage and pen. */
export interface LinkOption {
  readonly to: DeepLink
  readonly title: string
  readonly quote: string | null
  readonly color: HighlightColor | null
  readonly language: string | null
  readonly direction: Direction | 'auto'
  /** The words a link to it is written with. */
  readonly words: string
}

const MOST = { articles: 6, highlights: 6 } as const
/** Letters of a passage that stand in a link. */
const LONGEST_QUOTE = 60

/**
 * Finds what words may mean: articles by the words of their titles, the last word perhaps not finished, and highlights by
 * words of the passage, the note, or the article's title. Without words, what was added and marked last. What cannot be
 * read is left out: a list of offers has no place for errors.
 */
export async function findLinkOptions(words: string): Promise<readonly LinkOption[]> {
  const [articles, highlights] = await Promise.all([findArticles(words), findHighlights(words)])
  return [...articles, ...highlights]
}

async function findArticles(words: string): Promise<readonly LinkOption[]> {
  const { client } = theHost()
  const query = titleQuery(words)
  if (query === '') {
    const order = { sort: 'added', direction: 'down', limit: MOST.articles, offset: 0 } as const
    const newest = await client.request('article.list', { query: '', ...order })
    return newest.ok ? newest.value.rows.map((row) => articleOption(row)) : []
  }
  const found = await client.request('search.typing', { query, limit: MOST.articles })
  return found.ok ? found.value.hits.map((hit) => articleOption({ ...hit, language: null, direction: 'auto' })) : []
}

/** Each word as a word of the title; signs of the query language mean nothing here. */
export function titleQuery(words: string): string {
  const plain = words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return plain.map((word) => `title:${word}`).join(' ')
}

function articleOption(article: ArticleFacts): LinkOption {
  const { uid, language, direction } = article
  const title = displayTitle(article)
  return { to: { article: uid, annotation: null }, title, quote: null, color: null, language, direction, words: title }
}

interface ArticleFacts extends Pick<LinkOption, 'language' | 'direction'> {
  readonly uid: DeepLink['article']
  readonly title: string | null
  readonly label: string | null
}

async function findHighlights(words: string): Promise<readonly LinkOption[]> {
  const { client } = theHost()
  const all = { colors: [], tag: null, collection: [], group: 'month' } as const
  const request = { ...all, text: words.trim(), titles: true, limit: MOST.highlights * 2, offset: 0 } as const
  const answer = await client.request('annotation.list', request)
  if (!answer.ok) return []
  const articles = new Map(answer.value.articles.map((article) => [article.uid, article]))
  return answer.value.rows
    .flatMap(({ annotation, article: uid }) => {
      const article = articles.get(uid)
      if (annotation.quote === null || article === undefined) return []
      const quote = beginningOf(annotation.quote.exact, LONGEST_QUOTE) ?? ''
      const to = { article: uid, annotation: annotation.uid }
      return [{ ...articleOption(article), to, quote, color: annotation.color, words: `“${quote}”` }]
    })
    .slice(0, MOST.highlights)
}
