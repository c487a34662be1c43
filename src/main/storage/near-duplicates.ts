import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'
import type { NearDuplicatePair, NearDuplicates } from '../archive/ports/near-duplicates.ts'
import { bandKeys, FINGERPRINT_VALUES, fingerprintValues } from './near-duplicates/bands.ts'
import { createFindCandidates, type ComparedArticle } from './near-duplicates/candidates.ts'

interface FingerprintRow {
  readonly article: ArticleId
  readonly fingerprint: Uint8Array
}

/**
 * Near duplicates by MinHash and bands. New fingerprints are only kept; `propose` compares those beyond the newest
 * article that has bands, many at once, because band keys fall on random pages: one article at a time dirties ten
 * pages of 8 KiB each, a few thousand sorted by key dirty every page once.
 */
export function createNearDuplicates(database: Database): NearDuplicates {
  const compare = createCompare(database)
  const newestCompared = database.prepare<[], { readonly article: ArticleId | null }>(
    'SELECT max(article) AS article FROM near_duplicate_band',
  )
  const waiting = database.prepare<[ArticleId | 0, number], FingerprintRow>(
    'SELECT article, fingerprint FROM near_duplicate WHERE article > ? ORDER BY article LIMIT ?',
  )
  const put = createPut(database)
  const watermark = (): ArticleId | 0 => newestCompared.get()?.article ?? 0
  return {
    put: (_unit, entry) => {
      // Read first: the article's own bands may be the newest.
      const isCompared = entry.article <= watermark()
      put(entry)
      const { article, fingerprint } = entry
      if (isCompared && fingerprint !== null) compare([{ article, fingerprint }])
    },
    propose: (_unit, limit) => {
      const rows = waiting.all(watermark(), limit)
      compare(rows)
      return rows.length
    },
    proposed: createProposed(database),
  }
}

function createPut(database: Database): (entry: Parameters<NearDuplicates['put']>[1]) => void {
  const removeBands = database.prepare<[ArticleId]>('DELETE FROM near_duplicate_band WHERE article = ?')
  const removeProposals = database.prepare<[{ article: ArticleId }]>(
    `DELETE FROM near_duplicate_pair WHERE (article = @article OR other = @article) AND status = 'proposed'`,
  )
  const remove = database.prepare<[ArticleId]>('DELETE FROM near_duplicate WHERE article = ?')
  const insert = database.prepare<[ArticleId, number, Uint8Array]>(
    'INSERT INTO near_duplicate (article, rendition, fingerprint) VALUES (?, ?, ?)',
  )
  return ({ article, rendition, fingerprint }) => {
    removeBands.run(article)
    removeProposals.run({ article })
    remove.run(article)
    if (fingerprint === null) return
    fingerprintValues(fingerprint)
    insert.run(article, rendition, fingerprint)
  }
}

function createCompare(database: Database): (rows: readonly FingerprintRow[]) => void {
  const findCandidates = createFindCandidates(database)
  const insertBand = database.prepare<[number, ArticleId]>(
    'INSERT OR IGNORE INTO near_duplicate_band (band, article) VALUES (?, ?)',
  )
  const propose = database.prepare<[ArticleId, ArticleId, number]>(
    `INSERT INTO near_duplicate_pair (article, other, similarity, status) VALUES (?, ?, ?, 'proposed')
     ON CONFLICT (article, other) DO UPDATE SET similarity = excluded.similarity`,
  )
  return (rows) => {
    const compared = rows.map(toCompared)
    const bands = compared.flatMap(({ article, keys }) => keys.map((key) => ({ key, article })))
    bands.sort((left, right) => left.key - right.key || left.article - right.article)
    for (const { key, article } of bands) insertBand.run(key, article)
    for (const one of compared) {
      for (const { article, equal } of findCandidates(one)) {
        const [older, newer] = one.article < article ? [one.article, article] : [article, one.article]
        propose.run(older, newer, equal / FINGERPRINT_VALUES)
      }
    }
  }
}

function toCompared({ article, fingerprint }: FingerprintRow): ComparedArticle {
  const values = fingerprintValues(fingerprint)
  return { article, values, keys: bandKeys(values) }
}

function createProposed(database: Database): NearDuplicates['proposed'] {
  const select = database.prepare<[number], NearDuplicatePair>(
    `SELECT a.uid AS article, o.uid AS other, p.similarity
     FROM near_duplicate_pair p JOIN article a ON a.id = p.article JOIN article o ON o.id = p.other
     WHERE p.status = 'proposed' AND a.trashed_at IS NULL AND o.trashed_at IS NULL
     ORDER BY p.similarity DESC, p.article, p.other LIMIT ?`,
  )
  return (limit) => select.all(limit)
}
