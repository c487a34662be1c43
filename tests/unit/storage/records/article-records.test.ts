import { describe, expect, it } from 'vitest'
import { aDatabase } from '../../../support/a-database.ts'
import { anInstant, aStoredVersion, TEST_NOW } from '../../../support/an-article.ts'
import { aPreparedBlob, aPreparedRendition, sha256 } from '../../../support/prepared.ts'
import type { ArticleId, VersionId } from '../../../../src/shared/model/identity.ts'
import type { TestDatabase } from '../../../support/a-database.ts'

describe('finding an article', () => {
  it('by its uid, by the id of its service, by its canonical URL', () => {
    const { records, store } = aDatabase()
    const { id, uid } = store({ service: 'pocket', sourceId: '7', url: 'https://example.org/a' })
    store({ service: 'pocket', sourceId: '8', url: 'https://example.org/b' })
    expect(records.find(uid)).toEqual({ id, uid })
    expect(records.findBySource('pocket', '7')).toEqual({ id, uid })
    expect(records.findByCanonicalUrl('https://example.org/a')).toEqual({ id, uid })
    expect(records.findBySource('readwise', '7')).toBeUndefined()
  })

  it('by its text alone only when it has neither URL nor id, and only by its current text', () => {
    const { records, store, write } = aDatabase()
    store({ text: 'same', url: 'https://example.org/a' })
    store({ text: 'same', service: 's', sourceId: '1' })
    expect(records.findByTextOnly(sha256('same'))).toBeUndefined()
    const plain = store({ text: 'same' })
    expect(records.findByTextOnly(sha256('same'))?.id).toBe(plain.id)
    write((unit) => aStoredVersion(records, unit, plain, { text: 'newer' }))
    expect(records.findByTextOnly(sha256('same'))).toBeUndefined()
    expect(records.findByTextOnly(sha256('newer'))?.id).toBe(plain.id)
  })
})

describe('sources', () => {
  const sources = ({ database }: TestDatabase): unknown[] =>
    database.prepare('SELECT service, source_id, url, canonical_url FROM article_source ORDER BY id').raw().all()

  it('are kept once each, and one that says nothing not at all', () => {
    const test = aDatabase()
    const { id } = test.store()
    const source = { service: 'pocket', sourceId: '7', url: 'https://e.org/a?utm=1', canonicalUrl: 'https://e.org/a' }
    test.write((unit) => {
      test.records.addSource(unit, id, source)
      test.records.addSource(unit, id, source)
    })
    expect(sources(test)).toEqual([['pocket', '7', 'https://e.org/a?utm=1', 'https://e.org/a']])
  })

  it('with a known id and a new URL keep the URL too', () => {
    const test = aDatabase()
    const { id } = test.store({ service: 'pocket', sourceId: '7' })
    const source = { service: 'pocket', sourceId: '7', url: 'https://e.org/a', canonicalUrl: 'https://e.org/a' }
    test.write((unit) => {
      test.records.addSource(unit, id, source)
      test.records.addSource(unit, id, source)
    })
    expect(sources(test)).toEqual([
      ['pocket', '7', null, null],
      [null, null, 'https://e.org/a', 'https://e.org/a'],
    ])
  })
})

describe('versions and renditions', () => {
  it('are numbered within their article and version', () => {
    const { database, records, store, write } = aDatabase()
    store()
    const article = store()
    write((unit) => {
      const { version } = aStoredVersion(records, unit, article, { text: 'second' })
      records.createRendition(unit, version, aPreparedRendition({ text: 'second again' }))
    })
    const numbers = database.prepare(
      'SELECT v.number, r.number FROM version v JOIN rendition r ON r.version = v.id WHERE v.article = ? ORDER BY r.id',
    )
    expect(numbers.raw().all(article.id)).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
    ])
  })

  it('give back the text and parts of any rendition and of the current one', () => {
    const { records, store, write } = aDatabase()
    const parts = [{ kind: 'header', start: 0, end: 5 }] as const
    const article = store({ text: 'Title\nЇжак 𝄞', parts })
    const first = records.currentText(article.id)
    expect(first).toEqual({ rendition: article.rendition, text: 'Title\nЇжак 𝄞', parts })
    write((unit) => aStoredVersion(records, unit, article, { text: 'newer' }))
    expect(records.currentText(article.id)?.text).toBe('newer')
    expect(first && records.text(first.rendition)?.text).toBe('Title\nЇжак 𝄞')
    expect(records.textHashes(article.id).map(({ text }) => text)).toEqual([sha256('newer'), sha256('Title\nЇжак 𝄞')])
  })

  it('have no text when they are a link', () => {
    const { records, store } = aDatabase()
    const { id } = store({ text: null })
    expect(records.currentText(id)).toBeUndefined()
    expect(records.textHashes(id)).toEqual([])
  })

  it('are read in pages for a rebuild, with original and parameters', () => {
    const { database, records, store } = aDatabase()
    const blob = aPreparedBlob(Buffer.from('bytes'))
    database
      .prepare('INSERT INTO blob (sha256, media_type, size) VALUES (?, ?, ?)')
      .run(Buffer.from(blob.sha256, 'hex'), 'text/plain', 5)
    const first = store({ original: blob.sha256, parameters: { format: 'text', facts: { title: 'T' } } })
    const second = store({ text: null, mediaType: null })
    const [one, ...rest] = records.versionsAfter(0 as VersionId, 1)
    expect(rest).toEqual([])
    expect(one).toEqual({
      id: first.version,
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      article: { id: first.id, uid: first.uid },
      number: 1,
      original: blob.sha256,
      mediaType: 'text/plain',
      parameters: { format: 'text', facts: { title: 'T' } },
      currentRendition: first.rendition,
    })
    expect(records.versionsAfter(first.version, 10)).toMatchObject([
      { id: second.version, original: null, mediaType: null, currentRendition: null },
    ])
  })

  it('refuse an original that was never put', () => {
    const { store } = aDatabase()
    expect(() => store({ original: sha256('nowhere') })).toThrow(/before it is put/)
  })

  it('remember what is missing from a version', () => {
    const { database, store } = aDatabase()
    const missing = { kind: 'missing-image', details: {} } as const
    store({ notes: [missing, missing, { kind: 'no-date', details: {} }] })
    store({ notes: [{ kind: 'no-date', details: {} }] })
    const rows = database.prepare('SELECT completeness FROM version ORDER BY id').pluck().all()
    expect(rows).toEqual(['{"missingImages":2,"suspectedPaywall":false}', null])
  })

  it('name a damaged text instead of answering it', () => {
    const { database, records, store } = aDatabase()
    const { id } = store({ text: 'a text that is long enough to be hurt' })
    database
      .prepare(`UPDATE rendition SET text_zstd = CAST(substr(text_zstd, 1, length(text_zstd) - 1) || x'00' AS BLOB)`)
      .run()
    expect(() => records.currentText(id)).toThrow(
      expect.objectContaining({ appError: { code: 'storage/damaged', details: { kind: 'text', rendition: 1 } } }),
    )
  })
})

describe('renditions no longer needed', () => {
  it('are deleted with the places on them, but not those on which something was made', () => {
    const { database, entities, records, store, write } = aDatabase()
    const article = store({ text: 'one two' })
    const { rendition } = article
    if (rendition === null) throw new Error('no rendition')
    const newer = write((unit) => records.createRendition(unit, article.version, aPreparedRendition({ text: 'two' })))
    write((unit) => {
      entities.write(unit, 'annotation', 'n', {
        article: article.uid,
        rendition,
        quote: { exact: 'two', prefix: '', suffix: '' },
        color: 'red',
        note: null,
        created: TEST_NOW,
        changed: TEST_NOW,
        anchors: [rendition, newer].map((on) => ({
          rendition: on,
          start: 0,
          end: 3,
          strategy: 'quote',
          score: 1,
          status: 'placed',
        })),
      })
    })
    expect([records.isKept(rendition), records.isKept(newer)]).toEqual([true, false])
    expect(() => {
      write((unit) => {
        records.deleteRendition(unit, rendition)
      })
    }).toThrow(/cannot be deleted/)
    write((unit) => {
      records.deleteRendition(unit, newer)
    })
    expect(database.prepare('SELECT rendition FROM anchor').pluck().all()).toEqual([rendition])
    expect(records.renditionOrigin(newer)).toBeUndefined()
    expect(records.renditionOrigin(rendition)).toEqual({
      extractor: 'test',
      extractorVersion: '1',
      text: sha256('one two'),
    })
  })
})

it('moves the time of change when an article gets another version, not when a version gets another rendition', () => {
  const { clock, database, records, store, write } = aDatabase()
  const article = store()
  const changedAt = (): unknown => database.prepare('SELECT changed_at FROM article').pluck().get()
  clock.now = anInstant('2026-11-24T00:00:00.000Z')
  write((unit) => {
    const rendition = records.createRendition(unit, article.version, aPreparedRendition())
    records.setCurrentRendition(unit, article.version, rendition)
  })
  expect(changedAt()).toBe(TEST_NOW)
  write((unit) => aStoredVersion(records, unit, article))
  expect(changedAt()).toBe(clock.now)
  expect(records.currentText(99 as ArticleId)).toBeUndefined()
})
