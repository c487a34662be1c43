import { describe, expect, it } from 'vitest'
import type { ArchiveConnection } from '../../../../src/main/storage/open-archive.ts'
import { MIGRATIONS } from '../../../../src/main/storage/migrations/migrations.ts'
import { fillArchive } from '../../../support/filled-archive.ts'
import { newArchive, openAt } from '../../../support/new-archive.ts'

const ARTICLES = 30
const SCHEMAS = { first: MIGRATIONS.slice(0, 1), second: MIGRATIONS.slice(0, 2) }

/** A filled archive of schema 1, closed; some of its articles are read, starred or in the Trash. */
function anOldArchive(): { readonly file: string; readonly rows: unknown } {
  const { file } = newArchive()
  const old = openAt(`${file}.old`, { migrations: SCHEMAS.first })
  fillArchive(old, ARTICLES)
  old.database.exec(`
    UPDATE article SET state = 'read' WHERE id % 3 = 0; UPDATE article SET starred = 1 WHERE id % 5 = 0;
    UPDATE article SET trashed_at = '2026-11-01T00:00:00.000Z' WHERE id % 7 = 0;
    UPDATE article_listing SET (state, starred, trashed) =
      (SELECT state, starred, trashed_at IS NOT NULL FROM article WHERE id = article_listing.article)`)
  const rows = listed(old)
  old.close()
  return { file: old.file, rows }
}

function listed({ database }: ArchiveConnection): unknown {
  return database.prepare('SELECT * FROM article_listing ORDER BY article').all()
}

describe('an archive of schema 1', () => {
  it('keeps every row of its listing, and lists find in the new indexes what they found before', () => {
    const { file, rows } = anOldArchive()
    const archive = openAt(file, { migrations: SCHEMAS.second })
    expect(archive.schema).toBe(2)
    expect(listed(archive)).toEqual(rows)
    for (const index of ['added', 'title', 'published']) {
      const [walked, scanned] = [`INDEXED BY article_listing_${index}`, 'NOT INDEXED'].map((how) =>
        archive.database
          .prepare(
            `SELECT article FROM article_listing ${how} WHERE trashed = 0 AND state = 'unread' AND starred = 0 ORDER BY article`,
          )
          .pluck()
          .all(),
      )
      expect(walked).toEqual(scanned)
      expect(walked?.length).toBeGreaterThan(5)
    }
    expect(archive.database.pragma('integrity_check', { simple: true })).toBe('ok')
  })
})
