import type { Database } from 'better-sqlite3'
import type { ArticleId, ArticleUid } from '../../../shared/model/identity.ts'
import type { OverrideRow } from './effective-facts.ts'
import { LISTING_COLUMNS, listingRow, type ListingRow } from './listing-row.ts'
import { SELECT_STATED_FACTS, type StatedFactsRow } from './stated-facts.ts'

/** An article whose row of the listing is not what its facts say. */
export interface ListingDifference {
  readonly article: ArticleId
  readonly uid: ArticleUid
  /** Columns that differ; empty when the row is missing. */
  readonly columns: readonly string[]
}

interface UidRow {
  readonly article: ArticleId
  readonly uid: ArticleUid
}

// Bounds memory: a page of the largest rows stays under a few megabytes.
const PAGE = 500

/**
 * Compares every article's row of the listing with freshly computed facts, and answers those that differ. Rows without
 * an article cannot be: the foreign key sees to it, and `PRAGMA foreign_key_check` to damage.
 */
export function checkListing(database: Database): readonly ListingDifference[] {
  const pageOf = database.prepare<[number, number], UidRow>(
    'SELECT id AS article, uid FROM article WHERE id > ? ORDER BY id LIMIT ?',
  )
  const compare = createComparePage(database)
  const differences: ListingDifference[] = []
  let page = pageOf.all(0, PAGE)
  while (page.length > 0) {
    differences.push(...compare(page))
    page = pageOf.all(page.at(-1)?.article ?? Infinity, PAGE)
  }
  return differences
}

function createComparePage(database: Database): (page: readonly UidRow[]) => readonly ListingDifference[] {
  const among = 'IN (SELECT value FROM json_each(?))'
  const selectStated = database.prepare<[string], StatedFactsRow>(`${SELECT_STATED_FACTS} WHERE a.id ${among}`)
  const selectOverrides = database.prepare<[string], OverrideRow & { readonly article: ArticleId }>(
    `SELECT article, field, value FROM article_field_override WHERE article ${among}`,
  )
  const selectListed = database.prepare<[string], ListingRow>(`SELECT * FROM article_listing WHERE article ${among}`)
  return (page) => {
    const articles = JSON.stringify(page.map(({ article }) => article))
    const overrides = Map.groupBy(selectOverrides.all(articles), ({ article }) => article)
    const listed = new Map(selectListed.all(articles).map((row) => [row.article, row]))
    const computed = new Map(
      selectStated.all(articles).map((row) => [row.article, listingRow(row, overrides.get(row.article) ?? [])]),
    )
    return page.flatMap((row) => {
      const columns = differingColumns(computed.get(row.article), listed.get(row.article))
      return columns === undefined ? [] : [{ ...row, columns }]
    })
  }
}

function differingColumns(
  computed: ListingRow | undefined,
  listed: ListingRow | undefined,
): readonly string[] | undefined {
  if (computed === undefined || listed === undefined) return []
  const columns = LISTING_COLUMNS.filter((column) => computed[column] !== listed[column])
  return columns.length === 0 ? undefined : columns
}
