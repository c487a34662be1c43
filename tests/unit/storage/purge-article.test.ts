import { expect, it } from 'vitest'
import { createNearDuplicates } from '../../../src/main/storage/near-duplicates.ts'
import { createPurgeArticle } from '../../../src/main/storage/purge-article.ts'
import type { Sha256 } from '../../../src/shared/model/identity.ts'
import { aDatabase, type TestDatabase } from '../../support/a-database.ts'
import { aStoredVersion, aUid, TEST_NOW, type StoredTestArticle } from '../../support/an-article.ts'
import { sha256 } from '../../support/prepared.ts'

const times = { created: TEST_NOW, changed: TEST_NOW }

function putBlob({ database }: TestDatabase, name: string): Sha256 {
  const hash = sha256(name)
  const { lastInsertRowid } = database
    .prepare(`INSERT INTO blob (sha256, media_type, size) VALUES (?, 'text/plain', 1)`)
    .run(Buffer.from(hash, 'hex'))
  database.prepare(`INSERT INTO blob_chunk VALUES (?, 0, 'identity', 1, x'00')`).run(lastInsertRowid)
  return hash
}

/** An article with two versions and everything that can hang on one. */
function aFullArticle(test: TestDatabase, original: Sha256, picture: Sha256): StoredTestArticle {
  const article = test.store({ original, leadImage: picture, url: 'https://e.org/a' })
  const { rendition } = article
  if (rendition === null) throw new Error('no text')
  test.write((unit) => {
    test.records.addResource(unit, rendition, { url: 'https://e.org/p.png', blob: picture })
    aStoredVersion(test.records, unit, article, { text: 'newer' })
    const anchors = [{ rendition, start: 0, end: 1, strategy: 'quote', score: 1, status: 'placed' }] as const
    const quote = { exact: 'T', prefix: '', suffix: '' }
    test.entities.write(unit, 'annotation', 'n', {
      article: article.uid,
      rendition,
      quote,
      color: null,
      note: null,
      ...times,
      anchors,
    })
    test.entities.write(unit, 'tag', 't', { name: 't', ...times })
    test.entities.write(unit, 'collection', 'c', { parent: null, name: 'c', position: 0, ...times })
    test.entities.write(unit, 'override', `${article.uid}/title`, { uid: aUid(), value: 'x', ...times })
    test.entities.write(unit, 'article-tag', `${article.uid}/t`, { uid: aUid(), ...times })
    test.entities.write(unit, 'annotation-tag', 'n/t', { uid: aUid(), ...times })
    test.entities.write(unit, 'article-collection', `${article.uid}/c`, { uid: aUid(), ...times })
    createNearDuplicates(test.database).put(unit, { article: article.id, rendition, fingerprint: new Uint8Array(256) })
  })
  test.database
    .prepare('UPDATE article SET position_rendition = ?, furthest_rendition = ? WHERE id = ?')
    .run(rendition, rendition, article.id)
  return article
}

function counts({ database }: TestDatabase): Record<string, unknown> {
  const tables = [
    'article',
    'article_source',
    'version',
    'rendition',
    'resource',
    'annotation',
    'anchor',
    'article_field_override',
    'article_tag',
    'annotation_tag',
    'article_collection',
    'article_listing',
    'near_duplicate',
    'blob',
    'blob_chunk',
    'tag',
    'collection',
  ]
  return Object.fromEntries(
    tables.map((table) => [table, database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
  )
}

it('deletes an article with all that hangs on it and the blobs that nothing else uses, and nothing else', () => {
  const test = aDatabase()
  const purge = createPurgeArticle(test.database, () => TEST_NOW)
  const [shared, own] = [putBlob(test, 'shared'), putBlob(test, 'own')]
  const other = test.store({ original: shared })
  const before = counts(test)
  const article = aFullArticle(test, shared, own)
  const report = test.write((unit) => purge(unit, article.id))
  expect(report).toEqual({ annotations: 1, versions: 2, blobs: [own] })
  expect(counts(test)).toEqual({ ...before, blob: 1, blob_chunk: 1, tag: 1, collection: 1 })
  expect(test.records.find(other.uid)?.id).toBe(other.id)
  expect(test.database.pragma('foreign_key_check')).toEqual([])
})

it('leaves a tombstone for the article and for everything a person had made on it', () => {
  const test = aDatabase()
  const article = aFullArticle(test, putBlob(test, 'a'), putBlob(test, 'b'))
  test.write((unit) => createPurgeArticle(test.database, () => TEST_NOW)(unit, article.id))
  const kinds = test.database.prepare('SELECT kind FROM tombstone ORDER BY kind').pluck().all()
  expect(kinds).toEqual(['annotation', 'annotation-tag', 'article', 'article-collection', 'article-tag', 'override'])
  expect(() => test.write((unit) => createPurgeArticle(test.database, () => TEST_NOW)(unit, article.id))).toThrow(
    'archive/article-not-found',
  )
})

it('looks at what it deletes, not at every article', () => {
  const test = aDatabase()
  const plans = [
    'SELECT 1 FROM article WHERE current_version = ?',
    'SELECT 1 FROM article WHERE position_rendition = ?',
    'SELECT 1 FROM article WHERE furthest_rendition = ?',
    'SELECT 1 FROM version WHERE current_rendition = ?',
    'SELECT 1 FROM version WHERE source_blob = ?',
    'SELECT 1 FROM rendition WHERE lead_image = ?',
  ].map(
    (sql) =>
      test.database.prepare<[number], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(1)[0]?.detail,
  )
  for (const detail of plans) expect(detail).toMatch(/^SEARCH .* USING .*INDEX/)
})
