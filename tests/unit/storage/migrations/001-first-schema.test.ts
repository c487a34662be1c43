import { describe, expect, it } from 'vitest'
import { newArchive } from '../../../support/new-archive.ts'

/** The tables of the design; `_` marks those that SQLite or FTS5 make for themselves. */
const TABLES = [
  'anchor',
  'annotation',
  'annotation_tag',
  'archive',
  'article',
  'article_collection',
  'article_field_override',
  'article_listing',
  'article_source',
  'article_tag',
  'blob',
  'blob_chunk',
  'capture_queue',
  'change',
  'collection',
  'import_item',
  'import_run',
  'job',
  'log',
  'near_duplicate',
  'near_duplicate_pair',
  'rendition',
  'resource',
  'saved_search',
  'search_article',
  'search_doc',
  'search_note',
  'search_vocabulary',
  'search_word',
  'setting',
  'tag',
  'tombstone',
  'version',
]

describe('the first schema', () => {
  it('has every table of the design, all of them STRICT but the virtual ones', () => {
    const { database } = newArchive()
    const tables = database.prepare<[], { name: string; type: string; strict: number }>('PRAGMA table_list').all()
    const names = tables.map(({ name }) => name)
    for (const table of TABLES) expect(names).toContain(table)
    const lax = tables.filter(
      ({ name, type, strict }) => type === 'table' && strict === 0 && !name.startsWith('sqlite_'),
    )
    expect(lax).toEqual([])
  })

  it('has an index on every key that refers to another table, so that deleting never scans one', () => {
    const { database } = newArchive()
    const keys = database
      .prepare<[], { child: string; column: string }>(
        `SELECT list.name AS child, key."from" AS "column"
         FROM pragma_table_list AS list, pragma_foreign_key_list(list.name) AS key WHERE list.type = 'table'`,
      )
      .all()
    const indexed = database
      .prepare<[string], string>(
        `SELECT info.name FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info WHERE info.seqno = 0`,
      )
      .pluck()
    const primary = database
      .prepare<[string, string], number>('SELECT pk FROM pragma_table_info(?) WHERE name = ?')
      .pluck()
    const missing = keys.filter(
      ({ child, column }) => !indexed.all(child).includes(column) && primary.get(child, column) !== 1,
    )
    expect(missing).toEqual([])
  })

  it('refuses what the model does not know', () => {
    const { database } = newArchive()
    const insert = (state: string) =>
      database.exec(
        `INSERT INTO article (uid, added_at, changed_at, state, starred) VALUES ('u', 't', 't', '${state}', 0)`,
      )
    expect(() => insert('skimmed')).toThrow('CHECK')
    insert('read')
    expect(() => insert('read')).toThrow('UNIQUE')
  })
})
