import { expect, it } from 'vitest'
import { fingerprintOf } from '../../src/main/import/enrich/fingerprint.ts'
import { createNearDuplicates } from '../../src/main/storage/near-duplicates.ts'
import { aDatabase } from '../support/a-database.ts'

/** A text of words from a seed; the same seed gives the same text. */
function aText(seed: number, words = 600): string[] {
  let state = seed
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return `w${String((state >>> 8) % 5000)}`
  })
}

it('fingerprints that the import makes propose an edited article and leave another one alone', () => {
  const { database, store, write } = aDatabase()
  const near = createNearDuplicates(database)
  const text = aText(1)
  const edited = text.with(100, 'other').with(400, 'words')
  const rewritten = [...text.slice(0, 300), ...aText(3, 300)]
  const texts = [text, edited, rewritten, aText(2)].map((words) => words.join(' '))
  const articles = texts.map((words) => store({ text: words }))
  write((unit) => {
    for (const [index, { id, rendition }] of articles.entries()) {
      if (rendition === null) throw new Error('no text')
      near.put(unit, { article: id, rendition, fingerprint: fingerprintOf(texts[index] ?? '') })
    }
    expect(near.propose(unit, 10)).toBe(4)
  })
  const proposed = near.proposed(10)
  expect(proposed.map(({ article, other }) => [article, other])).toEqual([[articles[0]?.uid, articles[1]?.uid]])
  expect(proposed[0]?.similarity).toBeGreaterThanOrEqual(0.85)
})
