import { expect, test } from 'vitest'
import { saysTheSame } from '../../../../src/renderer/reader/says-the-same.ts'

test.each([
  [
    'a few words differ',
    'Zázrak jedné sezony? West Ham dává pochybovačům stále pádnější odpovědi a fotbalový svět si začíná uvědomovat.',
    'Zázrak jedné sezony? West Ham United dává pochybovačům stále pádnější odpovědi.',
  ],
  [
    'it is cut off',
    'Im Jahr des 10. Jubiläums wird es „endlich“ wirklich spannend rund um die Frage, was das Element bedeutet.',
    'Im Jahr des 10. Jubiläums wird es "endlich" wirklich spannend rund um die …',
  ],
  [
    'no spaces part the words',
    '今年は5月1日に平成から令和に改元されることに伴い、大型連休が控えています。',
    '今年は5月1日に平成から令和に改元',
  ],
])('a text says the same where %s', (_, text, short) => {
  expect(saysTheSame(text, short)).toBe(true)
})

test('words of the same matter are not the same words', () => {
  const text =
    'Emscripten has always focused on the Web. We have been working on support for emitting standalone Wasm files.'
  expect(saysTheSame(text, 'Emscripten now supports standalone Wasm files, which do not need JavaScript.')).toBe(false)
})
