import { describe, expect, it } from 'vitest'
import type { Damage } from '../../../../src/shared/model/safekeeping.ts'
import { checkListing } from '../../../../src/main/storage/listing/check-listing.ts'
import { listingCheck } from '../../../../src/main/storage/listing/listing-check.ts'
import { siteOf } from '../../../../src/main/storage/listing/site-of.ts'
import { NO_TITLE_KEY, titleKey } from '../../../../src/main/storage/listing/title-key.ts'
import type { ArticleId } from '../../../../src/shared/model/identity.ts'
import { aDatabase, type TestDatabase } from '../../../support/a-database.ts'
import { aStoredVersion, aUid, TEST_NOW } from '../../../support/an-article.ts'

const times = { created: TEST_NOW, changed: TEST_NOW }

function listed({ database }: TestDatabase, article: ArticleId): Record<string, unknown> {
  return (
    database
      .prepare<[ArticleId], Record<string, unknown>>('SELECT * FROM article_listing WHERE article = ?')
      .get(article) ?? {}
  )
}

describe('the listing says of an article', () => {
  it('the facts of its current rendition, its source, its days and its marks', () => {
    const test = aDatabase()
    const { id } = test.store({
      title: '“Quoted” title',
      standfirst: 'S',
      byline: 'B',
      publication: 'P',
      section: 'X',
      published: '2022-06',
      language: 'en',
      url: 'https://www.Example.org/a',
      service: 'pocket',
      sourceId: '7',
      mediaType: 'text/html',
      text: 'one two',
      starred: true,
      state: 'reading',
    })
    expect(listed(test, id)).toEqual({
      article: id,
      title: '“Quoted” title',
      title_key: 'quoted” title',
      label: null,
      standfirst: 'S',
      byline: 'B',
      publication: 'P',
      section: 'X',
      published: '2022-06',
      published_from: '2022-06-01',
      published_until: '2022-07-01',
      language: 'en',
      url: 'https://www.Example.org/a',
      site: 'example.org',
      media_type: 'text/html',
      source_id: '7',
      words: 2,
      highlights: 0,
      notes: 0,
      incomplete: 0,
      added_at: TEST_NOW,
      state: 'reading',
      starred: 1,
      trashed: 0,
    })
  })

  it('what a person corrected, before what was extracted; also that there is no such fact', () => {
    const test = aDatabase()
    const { id, uid } = test.store({ title: 'Wrong', byline: 'Nobody', published: '2022' })
    test.write((unit) => {
      test.entities.write(unit, 'override', `${uid}/title`, { uid: aUid(), value: 'Right', ...times })
      test.entities.write(unit, 'override', `${uid}/byline`, { uid: aUid(), value: null, ...times })
      test.entities.write(unit, 'override', `${uid}/published`, { uid: aUid(), value: '2021-05-04', ...times })
      test.reading.refreshListing(unit, id)
    })
    expect(listed(test, id)).toMatchObject({
      title: 'Right',
      title_key: 'right',
      byline: null,
      published_from: '2021-05-04',
    })
    expect(test.reading.title(id)).toBe('Right')
  })

  it('of a link without text, what its source stated, whatever else the parameters hold', () => {
    const test = aDatabase()
    const facts = { title: 'Stated', publication: 'P', published: '2020', byline: 7, language: '' }
    const link = test.store({ text: null, url: 'https://e.org/x', parameters: { facts } })
    const odd = test.store({ text: null, parameters: { facts: ['no', 'facts'], title: 'Beside' } })
    expect(listed(test, link.id)).toMatchObject({
      title: 'Stated',
      publication: 'P',
      published_from: '2020-01-01',
      byline: null,
      language: null,
      words: 0,
    })
    expect(listed(test, odd.id)).toMatchObject({ title: 'Beside', publication: null })
  })

  it('how many highlights and notes it has, whether something is missing, whether it lies in the Trash', () => {
    const test = aDatabase()
    const { id, uid, rendition } = test.store({ notes: [{ kind: 'suspected-paywall', details: {} }] })
    const quote = { exact: 'a', prefix: '', suffix: '' }
    const base = { article: uid, color: null, ...times, anchors: [] }
    test.write((unit) => {
      test.entities.write(unit, 'annotation', 'both', { ...base, rendition, quote, note: 'n' })
      test.entities.write(unit, 'annotation', 'quote', { ...base, rendition, quote, note: null })
      test.entities.write(unit, 'annotation', 'empty', { ...base, rendition: null, quote: null, note: '' })
      test.entities.write(unit, 'annotation', 'note', { ...base, rendition: null, quote: null, note: 'n' })
      test.entities.write(unit, 'article', uid, { state: 'unread', starred: false, trashed: TEST_NOW })
      test.reading.refreshListing(unit, id)
    })
    expect(listed(test, id)).toMatchObject({ highlights: 2, notes: 2, incomplete: 1, trashed: 1 })
    expect(test.reading.notesOf(id).map(({ note }) => note)).toEqual(['n', 'n'])
  })
})

describe('checking the listing', () => {
  it('goes on where the parameters of a link cannot be read, and reports to verify by uid', () => {
    const test = aDatabase()
    const { uid } = test.store({ text: null, parameters: { facts: { title: 'Link' } } })
    test.database.pragma('ignore_check_constraints = ON')
    test.database.prepare(`UPDATE version SET parameters = '{"facts'`).run()
    const damaged: Damage[] = []
    const report = (damage: Damage): void => void damaged.push(damage)
    listingCheck({ database: test.database, report, textOf: () => '', done: () => undefined })
    expect(damaged).toEqual([{ kind: 'listing', uid, reason: 'the listing differs: title, title_key' }])
  })

  it('finds nothing where every change was followed by a refresh, over several pages', () => {
    const test = aDatabase()
    for (let count = 0; count < 1100; count++) test.store({ text: 'x', title: String(count) })
    expect(checkListing(test.database)).toEqual([])
  })

  it('names the articles and columns that differ', () => {
    const test = aDatabase()
    const [fine, changed, missing, stale] = [test.store(), test.store(), test.store(), test.store()]
    test.database.prepare(`UPDATE article_listing SET title = 'damaged', words = 99 WHERE article = ?`).run(changed.id)
    test.database.prepare('DELETE FROM article_listing WHERE article = ?').run(missing.id)
    test.write((unit) => aStoredVersion(test.records, unit, stale, { title: 'Newer' }))
    expect(fine.id).toBeLessThan(changed.id)
    expect(checkListing(test.database)).toEqual([
      { article: changed.id, uid: changed.uid, columns: ['title', 'words'] },
      { article: missing.id, uid: missing.uid, columns: [] },
      { article: stale.id, uid: stale.uid, columns: ['title', 'title_key', 'words'] },
    ])
  })
})

it('titles sort by their letters: case, accents and leading marks do not count, empty ones come last', () => {
  const titles = [
    '«Ёлка»',
    'zebra',
    null,
    '‘apple’ pie',
    'Émile',
    '',
    '(b) or not',
    'Banana',
    '“Apple',
    '¿Cómo?',
    '東京',
    '"…',
  ]
  const keys = titles.map(titleKey).sort()
  const order = [...titles].sort((left, right) =>
    Buffer.compare(Buffer.from(titleKey(left)), Buffer.from(titleKey(right))),
  )
  expect(order.slice(0, 7)).toEqual(['"…', '“Apple', '‘apple’ pie', '(b) or not', 'Banana', '¿Cómo?', 'Émile'])
  expect(order.slice(-5)).toEqual(['zebra', '«Ёлка»', '東京', null, ''])
  expect(keys.every((key) => key !== '' && key <= NO_TITLE_KEY)).toBe(true)
  expect(titleKey('x'.repeat(10_000)).length).toBeLessThanOrEqual(200)
})

it.each([
  ['https://www.Example.org/a?b', 'example.org'],
  ['http://news.example.co.uk:8080/', 'news.example.co.uk'],
  ['https://www2.example.org', 'www2.example.org'],
  ['file:///tmp/a.html', null],
  ['mailto:a@example.org', null],
  ['not a url', null],
  [null, null],
])('the site of %s is %s', (url, site) => {
  expect(siteOf(url)).toBe(site)
})
