import { describe, expect, it } from 'vitest'
import { appError } from '../../../src/shared/app-error.ts'
import type { ArticleId, Instant, Uid } from '../../../src/shared/model/identity.ts'
import type { LedgerItem } from '../../../src/main/archive/ports/import-ledger.ts'
import { createImportLedger } from '../../../src/main/storage/import-ledger.ts'
import { newArchive } from '../../support/new-archive.ts'
import { sha256 } from '../../support/prepared.ts'
import { stillClock } from '../../support/still-clock.ts'
import { countProcessorTime } from '../../support/processor-time.ts'

const RUN = 'run-1' as Uid
const NEXT = 'run-2' as Uid

function anItem(key: string, more: Partial<LedgerItem> = {}): LedgerItem {
  return {
    sourceHash: sha256('source'),
    key,
    source: `x#${key}`,
    outcome: 'added',
    article: null,
    reason: null,
    notes: [],
    ...more,
  }
}

/** Two runs that have begun, and three articles to speak of. */
function world() {
  const archive = newArchive()
  const ledger = createImportLedger(archive.database)
  const insert = archive.database.prepare(
    `INSERT INTO article (uid, added_at, changed_at, state, starred) VALUES (?, 't', 't', 'unread', 0)`,
  )
  const articles = ['a', 'b', 'c'].map((uid) => Number(insert.run(uid).lastInsertRowid) as ArticleId)
  archive.transact((unit) => {
    for (const uid of [RUN, NEXT]) ledger.startRun(unit, { uid, started: stillClock(), request: { paths: [uid] } })
  })
  const record = (run: Uid, item: LedgerItem): void => {
    archive.transact((unit) => {
      ledger.recordItem(unit, run, item, stillClock())
    })
  }
  const [a = 0 as ArticleId, b = 0 as ArticleId, c = 0 as ArticleId] = articles
  return { ...archive, ledger, record, a, b, c }
}

describe('the import ledger', () => {
  it('is asked in no time after thousands of failures of one name: empty files, equal lines', () => {
    const { database, ledger, record, a } = world()
    record(RUN, anItem('', { article: a }))
    const more = 'WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 30000)'
    database.exec(
      `${more} INSERT INTO import_item (run, source_hash, item_key, source, outcome, notes, at)
       SELECT run, source_hash, item_key, source, 'failed', notes, at FROM import_item, n`,
    )
    const timed = countProcessorTime()
    for (let asked = 0; asked < 100; asked++) {
      expect(ledger.findItem({ sourceHash: sha256('source'), key: '' })?.article).toBe(a)
    }
    expect(timed()).toBeLessThan(100)
  })

  it('finds the latest outcome of an item in any run', () => {
    const { ledger, record, a } = world()
    const key = { sourceHash: sha256('source'), key: '7' }
    expect(ledger.findItem(key)).toBeUndefined()
    record(RUN, anItem('7', { article: a }))
    expect(ledger.findItem(key)).toEqual({ outcome: 'added', article: a })
    record(NEXT, anItem('7', { outcome: 'already', article: a }))
    expect(ledger.findItem(key)).toEqual({ outcome: 'already', article: a })
    expect(ledger.findItem({ ...key, key: '8' })).toBeUndefined()
    expect(ledger.findItem({ ...key, sourceHash: sha256('other') })).toBeUndefined()
  })

  it('forgets failures, so that they are tried again', () => {
    const { ledger, record, a } = world()
    const reason = appError('import/malformed', { line: 3, reason: 'it is not JSON' })
    record(RUN, anItem('7', { outcome: 'failed', reason }))
    expect(ledger.findItem(anItem('7'))).toBeUndefined()
    record(RUN, anItem('7', { article: a }))
    record(NEXT, anItem('7', { outcome: 'failed', reason }))
    expect(ledger.findItem(anItem('7'))).toEqual({ outcome: 'added', article: a })
  })

  it('forgets an item whose article was deleted for good', () => {
    const { ledger, record, a, database } = world()
    record(RUN, anItem('7', { article: a }))
    database.prepare('DELETE FROM article WHERE id = ?').run(a)
    expect(ledger.findItem(anItem('7'))).toBeUndefined()
  })

  it('names the articles that a run brought in, not those that were there', () => {
    const { ledger, record, a, b, c } = world()
    record(RUN, anItem('1', { article: a }))
    record(NEXT, anItem('1', { outcome: 'already', article: a }))
    record(NEXT, anItem('2', { outcome: 'linkOnly', article: a }))
    record(NEXT, anItem('3', { outcome: 'linkOnly', article: b }))
    record(NEXT, anItem('4', { outcome: 'added', article: c }))
    record(NEXT, anItem('4', { outcome: 'newVersion', article: c }))
    record(NEXT, anItem('5', { outcome: 'failed' }))
    expect(ledger.articlesAdded(RUN)).toEqual([a])
    expect(ledger.articlesAdded(NEXT)).toEqual([b, c])
  })

  it('knows the newest run that never ended', () => {
    const { ledger, transact } = world()
    expect(ledger.lastUnfinished()).toEqual({ uid: NEXT, started: stillClock(), request: { paths: [NEXT] } })
    transact((unit) => {
      ledger.finishRun(unit, NEXT, 'later' as Instant, { read: 0 })
    })
    expect(ledger.lastUnfinished()?.uid).toBe(RUN)
    transact((unit) => {
      ledger.finishRun(unit, RUN, 'later' as Instant, { read: 0 })
    })
    expect(ledger.lastUnfinished()).toBeUndefined()
  })

  it('records nothing for a run that was never started', () => {
    const { record } = world()
    expect(() => {
      record('none' as Uid, anItem('1'))
    }).toThrow('NOT NULL')
  })

  it('seals each outcome under the uid of its article, else of its run', () => {
    const { record, a, database } = world()
    record(RUN, anItem('1', { article: a, notes: [{ kind: 'no-date', details: {} }] }))
    record(RUN, anItem('2', { outcome: 'failed', reason: appError('import/empty') }))
    expect(database.prepare('SELECT action, subject, record_table, record_id FROM log').raw().all()).toEqual([
      ['import.added', 'a', 'import_item', 1],
      ['import.failed', RUN, 'import_item', 2],
    ])
  })

  it('looks items and runs up by an index', () => {
    const { database } = world()
    const plans = [
      `SELECT outcome, article FROM import_item
       WHERE source_hash = x'00' AND item_key = '' AND outcome <> 'failed' AND article IS NOT NULL
       ORDER BY id DESC LIMIT 1`,
      `SELECT article FROM import_item WHERE run = 1`,
    ].map((sql) => database.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all())
    for (const plan of plans) expect(plan[0]?.detail).toMatch(/^SEARCH import_item USING INDEX/)
  })
})
