import type { SearchAnswer, UnderstoodPart } from '../../shared/model/search.ts'
import { removePart } from '../../shared/query/remove-part.ts'
import { askSearch } from './ask-search.ts'

/** A condition that, dropped, would let something be found. */
export interface WayOut {
  readonly part: UnderstoodPart
  /** The query without it. */
  readonly query: string
  readonly total: number
}

/** Conditions that are tried; each is a search. */
const MOST = 6

/** Where a query found nothing: which of its conditions, dropped, would help, and how much; the best first. */
export async function findWaysOut(
  { query, understood }: Pick<SearchAnswer, 'query' | 'understood'>,
  isWanted: () => boolean,
): Promise<readonly WayOut[]> {
  const ways: WayOut[] = []
  for (const part of understood.parts.filter(({ kind }) => kind !== 'or' && kind !== 'ignored').slice(0, MOST)) {
    const shorter = removePart(query, part)
    if (shorter.trim() === '') continue
    const answer = await askSearch({ query: shorter, limit: 0, offset: 0 }, isWanted)
    if (!isWanted()) return []
    if (answer.ok && answer.value.total > 0) ways.push({ part, query: shorter, total: answer.value.total })
  }
  return ways.sort((one, other) => other.total - one.total)
}
