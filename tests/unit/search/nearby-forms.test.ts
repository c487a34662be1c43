import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withinEdits } from '../../../src/main/search/edit-distance.ts'
import { createFindNearby } from '../../../src/main/search/nearby-forms.ts'
import { openWorld } from './support/search-world.ts'

function aVocabulary(forms: readonly string[]) {
  const database = openWorld()
  const insert = database.prepare('INSERT INTO search_word (forms) VALUES (?)')
  insert.run(forms.map((form) => `en:${form}`).join(' '))
  return { insert, find: createFindNearby(database) }
}

it('finds every form within the edits, whatever letter is wrong, and no other', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'ä', 'ж', 'ш'), minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 40 }),
      word,
      fc.constantFrom(1, 2),
      (forms, wanted, edits) => {
        const near = forms.filter((form) => withinEdits(wanted, form, edits)).map((form) => `en:${form}`)
        expect([...aVocabulary(forms).find(wanted, 'en', edits)].sort()).toEqual(near.sort())
      },
    ),
    { numRuns: 60 },
  )
})

it('knows forms that were brought in since it last looked', () => {
  const { insert, find } = aVocabulary(['glacier'])
  expect(find('glacire', 'en', 1)).toEqual(['en:glacier'])
  insert.run('en:glacirer')
  expect(find('glacire', 'en', 1)).toEqual(['en:glacier', 'en:glacirer'])
})

it('lets new forms wait in a large vocabulary, and no longer than twenty times what laying out takes', () => {
  const database = openWorld()
  const insert = database.prepare('INSERT INTO search_word (forms) VALUES (?)')
  insert.run(Array.from({ length: 30_000 }, (_, at) => `en:w${String(at)}`).join(' '))
  insert.run('en:glacier')
  let now = 0
  const find = createFindNearby(database, () => now)
  expect(find('glacire', 'en', 1)).toEqual(['en:glacier'])
  insert.run('en:glacirer')
  now = 700
  expect(find('glacire', 'en', 1)).toEqual(['en:glacier'])
  now = 800
  expect(find('glacire', 'en', 1)).toEqual(['en:glacier', 'en:glacirer'])
  // A form that went is gone at once, also when others came.
  database.exec('DELETE FROM search_word WHERE rowid = 2')
  insert.run('en:glaciers')
  expect(find('glacire', 'en', 1)).toEqual(['en:glacirer'])
})
