import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../../shared/model/identity.ts'
import { equalValues, fingerprintValues, LEAST_EQUAL } from './bands.ts'

/** An article that says nearly the same, with the number of equal values. */
export interface Candidate {
  readonly article: ArticleId
  readonly equal: number
}

/** A fingerprint ready to be compared. */
export interface ComparedArticle {
  readonly article: ArticleId
  readonly values: Uint32Array
  readonly keys: readonly number[]
}

// A page that a site answers for everything ("enable JavaScript") may stand in an archive a thousand times; comparing
// each with all would cost the square. The newest that share a band are enough to show the group.
const MOST_PER_BAND = 16

/** Finds articles at least 0.85 alike among those whose bands are stored, at most 16 a band. */
export function createFindCandidates(database: Database): (compared: ComparedArticle) => readonly Candidate[] {
  const inBand = database.prepare<[number, ArticleId, number], { readonly article: ArticleId }>(
    'SELECT article FROM near_duplicate_band WHERE band = ? AND article <> ? ORDER BY article DESC LIMIT ?',
  )
  const select = database.prepare<[ArticleId], { readonly fingerprint: Uint8Array }>(
    'SELECT fingerprint FROM near_duplicate WHERE article = ?',
  )
  return ({ article, values, keys }) => {
    const candidates = new Set<ArticleId>()
    for (const key of keys) for (const row of inBand.all(key, article, MOST_PER_BAND)) candidates.add(row.article)
    return [...candidates].flatMap((candidate) => {
      const row = select.get(candidate)
      const equal = row === undefined ? 0 : equalValues(values, fingerprintValues(row.fingerprint))
      return equal >= LEAST_EQUAL ? [{ article: candidate, equal }] : []
    })
  }
}
