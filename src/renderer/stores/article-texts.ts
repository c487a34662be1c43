import { shallowRef, type ShallowRef } from 'vue'
import type { Heading } from '../../shared/model/heading.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { Passage } from '../../shared/model/search.ts'
import { theHost } from '../api.ts'

/** Most articles whose headings one request may ask for. */
const MOST_AT_ONCE = 50

/** What is read from the texts of results when they are shown: headings of all, further passages of those opened. */
export interface ArticleTexts {
  readonly headings: Readonly<ShallowRef<ReadonlyMap<ArticleUid, readonly Heading[]>>>
  readonly passages: Readonly<ShallowRef<ReadonlyMap<ArticleUid, readonly Passage[]>>>
  /** Reads headings that are not there yet. */
  readonly readHeadings: (articles: readonly ArticleUid[]) => Promise<void>
  /** Reads every passage of an article with a hit of the query. */
  readonly readPassages: (article: ArticleUid, query: string) => Promise<void>
  /** Forgets a result's further passages. */
  readonly foldPassages: (article: ArticleUid) => void
  readonly clear: () => void
}

/** Makes an empty memory of texts. */
export function createArticleTexts(): ArticleTexts {
  const headings = shallowRef<ReadonlyMap<ArticleUid, readonly Heading[]>>(new Map())
  const passages = shallowRef<ReadonlyMap<ArticleUid, readonly Passage[]>>(new Map())

  async function readHeadings(articles: readonly ArticleUid[]): Promise<void> {
    const missing = articles.filter((uid) => !headings.value.has(uid)).slice(0, MOST_AT_ONCE)
    if (missing.length === 0) return
    const answer = await theHost().client.request('article.headings', { articles: missing })
    if (!answer.ok) return
    const found = missing.map((uid, index) => [uid, answer.value[index] ?? []] as const)
    headings.value = new Map([...headings.value, ...found])
  }

  async function readPassages(article: ArticleUid, query: string): Promise<void> {
    const answer = await theHost().client.request('article.hits', { uid: article, query })
    if (answer.ok) passages.value = new Map([...passages.value, [article, answer.value.passages]])
  }

  function foldPassages(article: ArticleUid): void {
    passages.value = new Map([...passages.value].filter(([uid]) => uid !== article))
  }

  function clear(): void {
    headings.value = new Map()
    passages.value = new Map()
  }

  return { headings, passages, readHeadings, readPassages, foldPassages, clear }
}
