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
