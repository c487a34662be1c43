import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAddPostings, type WantedPostings } from '../../src/main/search/postings.ts'
import { createRowSet, listRows } from '../../src/main/search/row-set.ts'
import { openWorld } from '../unit/search/support/search-world.ts'

const COLUMNS = ['title', 'standfirst', 'byline', 'body']
const tokens = ['a', 'ab', 'abc', 'abd', 'b', 'ba', 'bä', 'bäz', '東京', '東', 'c'.repeat(60)]
/** Some so often that their positions fill several pages. */
const text = fc.array(fc.tuple(fc.constantFrom(...tokens), fc.constantFrom(1, 1, 1, 2, 200, 9000)), { maxLength: 4 })
const article = fc.array(text, { minLength: 4, maxLength: 4 })
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('put' as const), row: fc.integer({ min: 1, max: 40 }), article }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), row: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), pages: fc.constantFrom(-2, 2, 50) }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

function run(database: Database, one: Step): void {
  if (one.kind === 'merge') {
    database.prepare(`INSERT INTO search_article (search_article, rank) VALUES ('merge', ?)`).run(one.pages)
    return
  }
  database.prepare('DELETE FROM search_article WHERE rowid = ?').run(one.row)
  if (one.kind === 'delete') return
  const texts = one.article.map((pieces) => pieces.map(([token, times]) => `${token} `.repeat(times)).join(''))
  const sql = 'INSERT INTO search_article (rowid, title, standfirst, byline, body) VALUES (?, ?, ?, ?, ?)'
  database.prepare(sql).run(one.row, ...texts)
}

function foundByFts5(database: Database, { token, prefix, columns }: WantedPostings): readonly number[] {
  const filter = columns === null ? '' : `{${[...columns].map((column) => COLUMNS[column]).join(' ')}} : `
  return database
    .prepare<[string], number>('SELECT rowid FROM search_article WHERE search_article MATCH ? ORDER BY rowid')
    .pluck()
    .all(`${filter}"${token}"${prefix ? ' *' : ''}`)
}

describe('postings read from the pages of the index', () => {
  it('are those that FTS5 finds, whatever was written, deleted and merged', () => {
    const wanted = fc.record({
      token: fc.constantFrom(...tokens, 'bäzz', 'd'),
      prefix: fc.boolean(),
      columns: fc.constantFrom(null, new Set([1, 3]), new Set([0])),
    })
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 40 }),
        fc.array(wanted, { minLength: 8 }),
        (steps, asked) => {
          const database = openWorld()
          database.exec(`INSERT INTO search_article (search_article, rank) VALUES ('pgsz', 500)`)
          for (const one of steps) run(database, one)
          const add = createAddPostings(database)
          const all = database.prepare<[], number>('SELECT count(*) FROM search_article_docsize').pluck().get() ?? 0
          for (const one of asked) {
            const rows = createRowSet(40)
            expect(add(rows, one, all)).toBe(true)
            expect(listRows(rows)).toEqual(foundByFts5(database, one))
          }
          database.close()
        },
      ),
      { numRuns: 60 },
    )
  })

  it('are left to FTS5 where the index is of another format', () => {
    const database = openWorld()
    database.exec(`INSERT INTO search_article (rowid, body) VALUES (1, 'a b')`)
    database.unsafeMode(true)
    database.exec(`UPDATE search_article_config SET v = 5 WHERE k = 'version'`)
    expect(createAddPostings(database)(createRowSet(2), { token: 'a', prefix: true, columns: null }, 1)).toBe(false)
  })

  it('are left to FTS5, which knows damage when it sees it, where a page makes no sense', () => {
    const database = openWorld()
    for (let row = 1; row <= 40; row++) {
      const body = tokens.map((token, at) => `${token} `.repeat(1 + ((row * at) % 9))).join('')
      database.prepare('INSERT INTO search_article (rowid, body) VALUES (?, ?)').run(row, body)
    }
    database.unsafeMode(true)
    const pages = database.prepare<[], { id: number; block: Buffer }>('SELECT id, block FROM search_article_data').all()
    const write = database.prepare('UPDATE search_article_data SET block = ? WHERE id = ?')
    const damage = fc.record({ page: fc.constantFrom(...pages), place: fc.double({ min: 0, max: 1, noNaN: true }) })
    const bytes = fc.uint8Array({ maxLength: 12 })
    fc.assert(
      fc.property(damage, bytes, fc.boolean(), fc.constantFrom(...tokens), ({ page, place }, put, isCut, token) => {
        const at = Math.floor(place * page.block.length)
        const rest = isCut ? Buffer.alloc(0) : page.block.subarray(at + put.length)
        write.run(Buffer.concat([page.block.subarray(0, at), put, rest]), page.id)
        const add = createAddPostings(database)
        for (const prefix of [true, false]) {
          expect(typeof add(createRowSet(40), { token, prefix, columns: new Set([1, 3]) }, 40)).toBe('boolean')
        }
        write.run(page.block, page.id)
      }),
      { numRuns: 400 },
    )
  })
})
