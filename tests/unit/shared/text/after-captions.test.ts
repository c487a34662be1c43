import { expect, test } from 'vitest'
import { afterCaptions } from '../../../../src/shared/text/after-captions.ts'

const CAPTION = { text: 'The sluice, looking upstream.', credit: 'Bram Ottley' }

test('the caption of the picture above a text is no beginning of it', () => {
  const body = '\nThe sluice, looking upstream. Photograph: Bram Ottley\n\nThe invoice was for grease.\n'
  expect(afterCaptions(body, [CAPTION])).toBe('The invoice was for grease.\n')
})

test('several pictures above it neither', () => {
  const second = { text: 'The key.', credit: null }
  expect(afterCaptions('The sluice, looking upstream.\nThe key.\nThe invoice.', [CAPTION, second])).toBe('The invoice.')
})

test.each([
  [
    'begins with the words of a caption further down',
    'The key. It hung on a nail for forty years, and nobody asked whose it was.',
  ],
  ['has no captions at its beginning', 'The invoice was for grease.\nThe sluice, looking upstream.'],
  ['is captions alone', 'The sluice, looking upstream.'],
])('a text that %s stays whole', (_, body) => {
  expect(afterCaptions(body, [CAPTION, { text: 'The key.', credit: null }].toReversed())).toBe(body)
  expect(afterCaptions(body, [CAPTION])).toBe(body)
})
