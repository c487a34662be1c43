import SqliteDatabase from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { ArticleId } from '../../../../src/shared/model/identity.ts'
import { compress } from '../../../../src/main/import/steps/compress.ts'
import { createExcerptsOf } from '../../../../src/main/storage/reading/excerpts-of.ts'

const ARTICLE = 1 as ArticleId

function anArticle(text: string) {
  const database = new SqliteDatabase(':memory:')
  database.exec(`CREATE TABLE article (id INTEGER PRIMARY KEY, current_version INTEGER);
    CREATE TABLE version (id INTEGER PRIMARY KEY, current_rendition INTEGER);
    CREATE TABLE rendition (id INTEGER PRIMARY KEY, text_zstd BLOB, parts TEXT, captions TEXT);
    INSERT INTO article VALUES (1, 1);
    INSERT INTO version VALUES (1, 1);
    INSERT INTO rendition VALUES (1, NULL, '[]', '[]')`)
  const excerptsOf = createExcerptsOf(database)
  const set = (column: string, value: unknown): void => {
    database.prepare(`UPDATE rendition SET ${column} = ?`).run(value)
  }
  const write = (other: string): void => {
    set('text_zstd', compress(Buffer.from(other)))
  }
  write(text)
  return { set, write, excerpt: () => excerptsOf([ARTICLE]).get(ARTICLE) }
}

it('follows what becomes of the same rendition: its text, its captions, its parts', () => {
  const { set, write, excerpt } = anArticle('A lighthouse\nThe sea was calm.')
  expect([excerpt(), excerpt()]).toEqual(['A lighthouse The sea was calm.', 'A lighthouse The sea was calm.'])
  set('captions', JSON.stringify([{ text: 'A lighthouse', credit: null }]))
  expect(excerpt()).toBe('The sea was calm.')
  write('A lighthouse\nThe sea was wild.')
  expect(excerpt()).toBe('The sea was wild.')
  set('parts', JSON.stringify([{ kind: 'header', start: 0, end: 21 }]))
  expect(excerpt()).toBe('was wild.')
})

it('has none of a damaged text', () => {
  const { set, excerpt } = anArticle('The sea was calm.')
  set('text_zstd', Buffer.from('no Zstandard'))
  expect(excerpt()).toBeNull()
})
