import { describe, expect, it } from 'vitest'
import type { GestureUid } from '../../../../src/shared/model/identity.ts'
import { createHistory } from '../../../../src/main/storage/history.ts'
import { verifyArchive } from '../../../../src/main/storage/verify/verify-archive.ts'
import { articleUid, fillArchive } from '../../../support/filled-archive.ts'
import { newArchive } from '../../../support/new-archive.ts'
import { stillClock } from '../../../support/still-clock.ts'
import { textOfHtml } from '../../../support/prepared.ts'

const NOTHING = Buffer.alloc(32, 7)

/** `kind uid: reason` of everything found after the given statements. The log of two articles: item, change, item, change. */
function foundAfter(...statements: readonly string[]): readonly string[] {
  const { database, ...archive } = newArchive()
  fillArchive({ database, ...archive }, 2)
  const history = createHistory(database, stillClock)
  archive.transact((unit) => {
    history.seal(unit, 'rebuild', '', { articles: 2 })
  })
  for (const statement of statements) {
    const prepared = database.prepare(statement)
    prepared.run(...(statement.includes('?') ? [NOTHING] : []))
  }
  const { damaged } = verifyArchive(database, { textOf: textOfHtml, onProgress: () => undefined })
  return damaged.map(({ kind, uid, reason }) => `${kind} ${uid}: ${reason}`)
}

describe('the check of the chained log', () => {
  it('finds nothing in a log as it was written', () => {
    expect(foundAfter()).toEqual([])
  })

  it.each(['at', 'action', 'subject'])('names the row whose %s was altered', (column) => {
    expect(foundAfter(`UPDATE log SET ${column} = 'x' WHERE seq = 5`)).toEqual([
      'log log 5: was altered: its hash is another',
    ])
  })

  it('names the row whose hash was replaced, and the one after that no longer follows', () => {
    expect(foundAfter('UPDATE log SET hash = ? WHERE seq = 3')).toEqual([
      'log log 3: was altered: its hash is another',
      'log log 4: does not follow from the row before',
    ])
  })

  it('names rows that were cut out of the middle', () => {
    expect(foundAfter('DELETE FROM log WHERE seq IN (2, 3)')).toEqual([
      'log log 4: rows 2 to 3 are missing',
      'log change: 1 rows are not in the log',
      'log import_item: 1 rows are not in the log',
    ])
  })

  it('names a row whose details were altered', () => {
    expect(foundAfter(`UPDATE log SET details = '{"articles":3}' WHERE seq = 5`)).toEqual([
      'log log 5: was altered: its hash is another',
      'log log 5: its details were altered',
    ])
  })

  it.each([
    `UPDATE change SET after = '{"starred":false}' WHERE id = 2`,
    `UPDATE change SET at = 'never' WHERE id = 2`,
    `UPDATE change SET kind = 'tag' WHERE id = 2`,
  ])('names the change after %s', (statement) => {
    expect(foundAfter(statement)).toEqual([
      `change change 2: was altered after it was logged (subject ${articleUid(2)})`,
    ])
  })

  it('names a change that is gone, and one that came in behind the log', () => {
    expect(foundAfter('DELETE FROM change WHERE id = 1')).toEqual([
      `change change 1: is missing, but the log knows it (subject ${articleUid(1)})`,
    ])
    expect(
      foundAfter(`INSERT INTO change (gesture, at, actor, kind, subject, before, after)
                  VALUES ('g', 'a', 'cli', 'tag', 's', 'null', 'null')`),
    ).toEqual(['log change: 1 rows are not in the log'])
  })

  it('names an outcome of an import that was altered', () => {
    expect(foundAfter(`UPDATE import_item SET outcome = 'already' WHERE id = 1`)).toEqual([
      `log import_item 1: was altered after it was logged (subject ${articleUid(1)})`,
    ])
    expect(foundAfter(`UPDATE import_item SET article = 2 WHERE id = 1`)).toEqual([
      `log import_item 1: belongs to another item than the log says (subject ${articleUid(1)})`,
    ])
  })

  it('finds nothing wrong with an outcome whose article was deleted for good', () => {
    expect(foundAfter('UPDATE import_item SET article = NULL WHERE id = 1')).toEqual([])
  })

  it('knows an undo that was logged from one that was not', () => {
    const gesture = `gesture-${articleUid(1)}` as GestureUid
    expect(foundAfter(`UPDATE change SET undone_at = 'then' WHERE id = 1`)).toEqual([
      `change ${gesture}: is marked undone, but the log knows no undo`,
    ])
    const archive = newArchive()
    fillArchive(archive, 1)
    const history = createHistory(archive.database, stillClock)
    archive.transact((unit) => {
      for (const { id } of history.changesOf(gesture)) history.markUndone(unit, id, stillClock())
      history.seal(unit, 'undo', gesture, { changes: 1 })
    })
    expect(verifyArchive(archive.database, { textOf: textOfHtml, onProgress: () => undefined }).damaged).toEqual([])
  })
})
