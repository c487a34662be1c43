import { describe, expect, it } from 'vitest'
import { correctField } from '../../../../src/main/archive/correct-field.ts'
import { joinSearch } from '../../../../src/main/core/join-search.ts'
import { checkListing } from '../../../../src/main/storage/listing/check-listing.ts'
import type { ArticleUid } from '../../../../src/shared/model/identity.ts'
import { anArchive, type TestArchive } from '../../../support/an-archive.ts'
import { stillClock } from '../../../support/still-clock.ts'
import { valueOf } from '../../../support/value-of.ts'

const TEXT = 'A headline\n\nThe body of it goes on for a while.'

/** Title and label as every way of reading gives them. */
function seen({ ports, connection }: TestArchive, uid: ArticleUid): unknown {
  const search = joinSearch(connection.database, stillClock)
  const row = search.list({ query: '', sort: 'added', direction: 'down', limit: 1, offset: 0 }).rows[0]
  const hit = search.search({ query: 'body', match: 'all', limit: 1, offset: 0 }).hits[0]
  const article = ports.reading.article(uid)
  const labels = [row, hit, article].map((one) => [one?.title, one?.label])
  expect(labels[1]).toEqual(labels[0])
  expect(labels[2]).toEqual(labels[0])
  expect(checkListing(connection.database)).toEqual([])
  return labels[0]
}

describe('an article without a title', () => {
  it.each([
    ['the name of its file', { fileName: 'letters.txt', url: 'https://example.org/' }, 'letters'],
    ['its address', { url: 'https://example.org/' }, 'https://example.org/'],
    ['its first words', {}, 'A headline The body of it goes on for a while.'],
    [
      'no name of a file of many',
      { fileName: 'posts.jsonl', format: 'jsonl' },
      'A headline The body of it goes on for a while.',
    ],
  ])('is shown by %s, while its title stays null', (_, stated, label) => {
    const archive = anArchive()
    const uid = archive.addText(TEXT, stated)
    valueOf(correctField(archive.ports, 'cli', { article: uid, field: 'title', value: null }))
    expect(seen(archive, uid)).toEqual([null, label])
  })

  it('has no label once it has a title', () => {
    const archive = anArchive()
    const uid = archive.addText(TEXT, { fileName: 'letters.txt' })
    expect(seen(archive, uid)).toEqual(['A headline', null])
    valueOf(correctField(archive.ports, 'cli', { article: uid, field: 'title', value: null }))
    valueOf(correctField(archive.ports, 'cli', { article: uid, field: 'title', value: 'Mine' }))
    expect(seen(archive, uid)).toEqual(['Mine', null])
  })
})
