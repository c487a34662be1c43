import type { Database } from 'better-sqlite3'
import type {
  ArticleDetails,
  ArticleOrigin,
  FactDetails,
  VersionDetails,
} from '../../../shared/model/article-details.ts'
import type { ArticleId, ArticleUid, Instant } from '../../../shared/model/identity.ts'
import { OVERRIDE_FIELDS, type OverrideField } from '../../../shared/model/override.ts'
import { factsOf } from '../listing/listing-row.ts'
import { SELECT_STATED_FACTS, type StatedFactsRow } from '../listing/stated-facts.ts'
import { createReadGrouped } from './read-near-duplicates.ts'
import { createReadVersionDetails } from './read-version-details.ts'

interface HeadRow {
  readonly id: ArticleId
  readonly added: Instant
  readonly changed: Instant
}

interface CorrectionRow {
  readonly field: OverrideField
  readonly value: string | null
  readonly changed: Instant
}

/** Reads the facts of record of an article: where it came from, its versions, and what was corrected by hand. */
export function createReadDetails(database: Database): (uid: ArticleUid) => ArticleDetails | undefined {
  const selectHead = database.prepare<[ArticleUid], HeadRow>(
    'SELECT id, added_at AS added, changed_at AS changed FROM article WHERE uid = ?',
  )
  const selectOrigins = database.prepare<[ArticleId], ArticleOrigin>(
    `SELECT service, source_id AS sourceId, url, canonical_url AS canonicalUrl FROM article_source
     WHERE article = ? ORDER BY id`,
  )
  const versions: (article: ArticleId) => readonly VersionDetails[] = createReadVersionDetails(database)
  const facts = createReadFacts(database)
  const grouped = createReadGrouped(database)
  return (uid) => {
    const head = selectHead.get(uid)
    if (head === undefined) return undefined
    const { id, added, changed } = head
    return {
      accession: id,
      added,
      changed,
      origins: selectOrigins.all(id),
      versions: versions(id),
      facts: facts(id),
      grouped: grouped(id),
    }
  }
}

function createReadFacts(database: Database): (article: ArticleId) => readonly FactDetails[] {
  const selectStated = database.prepare<[ArticleId], StatedFactsRow>(`${SELECT_STATED_FACTS} WHERE a.id = ?`)
  const selectCorrections = database.prepare<[ArticleId], CorrectionRow>(
    'SELECT field, value, changed_at AS changed FROM article_field_override WHERE article = ?',
  )
  return (article) => {
    const row = selectStated.get(article)
    const stated = row === undefined ? undefined : factsOf(row, [])
    const corrections = new Map(selectCorrections.all(article).map((one) => [one.field, one]))
    return OVERRIDE_FIELDS.map((field) => {
      const correction = corrections.get(field)
      const corrected = correction === undefined ? null : { value: correction.value, changed: correction.changed }
      return { field, stated: stated?.[field] ?? null, corrected }
    })
  }
}
