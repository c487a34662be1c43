import type { FacetsAnswer } from '../../shared/model/search-facets.ts'
import type { SearchAnswer, SearchSort } from '../../shared/model/search.ts'
import type { Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'

/** Milliseconds until a search that another one pushed aside is asked again, and how often at most. */
const AGAIN_AFTER = 150
const MOST_TRIES = 6

/** One page of a search; all words are wanted. */
export interface SearchPage {
  readonly query: string
  readonly limit: number
  readonly offset: number
  /** By relevance when left out. */
  readonly sort?: SearchSort
}

/** Asks for a page. One that a newer search pushed aside is asked for again, while it is still wanted. */
export function askSearch(page: SearchPage, isWanted: () => boolean): Promise<Result<SearchAnswer>> {
  return whileWanted(() => theHost().client.request('article.search', { ...page, match: 'all' }), isWanted)
}

/** Asks what the results of a query can be narrowed by, as patiently. */
export function askFacets(query: string, isWanted: () => boolean): Promise<Result<FacetsAnswer>> {
  return whileWanted(() => theHost().client.request('search.facets', { query, match: 'all' }), isWanted)
}

async function whileWanted<Answer>(
  ask: () => Promise<Result<Answer>>,
  isWanted: () => boolean,
): Promise<Result<Answer>> {
  for (let tries = 1; ; tries++) {
    const answer = await ask()
    const isAside = !answer.ok && answer.error.code === 'ipc/superseded'
    if (!isAside || !isWanted() || tries === MOST_TRIES) return answer
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER))
  }
}
