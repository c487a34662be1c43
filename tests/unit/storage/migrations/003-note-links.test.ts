import { expect, it } from 'vitest'
import { MIGRATIONS } from '../../../../src/main/storage/migrations/migrations.ts'
import { fillArchive } from '../../../support/filled-archive.ts'
import { newArchive, openAt } from '../../../support/new-archive.ts'

const UIDS = ['01a20635-c431-743d-afea-e9dd40b77418', '01a20635-d031-73b8-8340-f334426a31df'] as const

it('an archive of schema 2 gets the links that its notes hold, and keeps every annotation', () => {
  const { file } = newArchive()
  const old = openAt(`${file}.old`, { migrations: MIGRATIONS.slice(0, 2) })
  fillArchive(old, 5)
  const note = (uid: string, words: string | null) =>
    old.database
      .prepare(`INSERT INTO annotation (uid, article, note, created_at, changed_at) VALUES (?, 1, ?, '2026', '2026')`)
      .run(uid, words)
  note('a', `See [it](offprint://article/${UIDS[0]}#${UIDS[1]}) and offprint://article/${UIDS[0]}.`)
  note('b', 'No link.')
  note('c', null)
  const annotations = old.database.prepare('SELECT * FROM annotation ORDER BY id').all()
  old.close()

  const archive = openAt(old.file, { migrations: MIGRATIONS.slice(0, 3) })
  expect(archive.schema).toBe(3)
  expect(archive.database.prepare('SELECT * FROM annotation ORDER BY id').all()).toEqual(annotations)
  expect(
    archive.database
      .prepare(
        `SELECT a.uid, k.number, k.target_article, k.target_annotation FROM note_link k
         JOIN annotation a ON a.id = k.annotation ORDER BY k.number`,
      )
      .raw()
      .all(),
  ).toEqual([
    ['a', 1, UIDS[0], UIDS[1]],
    ['a', 2, UIDS[0], null],
  ])
  expect(archive.database.pragma('integrity_check', { simple: true })).toBe('ok')
})
