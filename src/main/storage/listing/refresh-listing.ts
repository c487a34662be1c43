import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../../shared/model/identity.ts'
import type { Reading } from '../../archive/ports/reading.ts'
import type { OverrideRow } from './effective-facts.ts'
import { LISTING_COLUMNS, listingRow, type ListingRow } from './listing-row.ts'
import { SELECT_STATED_FACTS, type StatedFactsRow } from './stated-facts.ts'

/** Corrections of one article. */
export const SELECT_OVERRIDES = 'SELECT field, value FROM article_field_override WHERE article = ?'

/** Brings an article's row of the listing up to date; of an article that is gone, the row goes. */
export function createRefreshListing(database: Database): Reading['refreshListing'] {
  const selectStated = database.prepare<[ArticleId], StatedFactsRow>(`${SELECT_STATED_FACTS} WHERE a.id = ?`)
  const selectOverrides = database.prepare<[ArticleId], OverrideRow>(SELECT_OVERRIDES)
  const upsert = database.prepare<[ListingRow]>(upsertSql())
  const remove = database.prepare<[ArticleId]>('DELETE FROM article_listing WHERE article = ?')
  return (_unit, article) => {
    const stated = selectStated.get(article)
    if (stated === undefined) remove.run(article)
    else upsert.run(listingRow(stated, selectOverrides.all(article)))
  }
}

/** Brings only state, star and Trash of an article's row up to date: a tenth of the work. */
export function createRefreshMarks(database: Database): Reading['refreshMarks'] {
  const update = database.prepare<[ArticleId]>(
    `UPDATE article_listing SET (state, starred, trashed) =
       (SELECT state, starred, trashed_at IS NOT NULL FROM article WHERE id = article_listing.article)
     WHERE article = ?`,
  )
  return (_unit, article) => {
    update.run(article)
  }
}

function upsertSql(): string {
  const columns = LISTING_COLUMNS.join(', ')
  const values = LISTING_COLUMNS.map((column) => `@${column}`).join(', ')
  const changes = LISTING_COLUMNS.slice(1).map((column) => `${column} = excluded.${column}`)
  return `INSERT INTO article_listing (${columns}) VALUES (${values})
    ON CONFLICT (article) DO UPDATE SET ${changes.join(', ')}`
}
