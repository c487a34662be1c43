import { expect, test } from 'vitest'
import { captionsAsText } from '../../../../src/main/import/html/gallery.ts'
import { element, type Markup } from '../../../../src/main/import/markup.ts'

const TELLS = 'The third picture shows the wall as it stood before the storm of that year took it.'
const figure = (text: string): Markup => element('figure', [element('figcaption', [text])])

test('an article that is told under its pictures has these words as text', () => {
  const content = [element('p', ['A wall in pictures.']), figure(TELLS), figure(TELLS), figure(TELLS)]
  expect(captionsAsText(content)).toEqual([
    content[0],
    ...[1, 2, 3].map(() => element('figure', [element('div', [TELLS])])),
  ])
})

test('captions stay captions beside a text that is longer, and where they are short or few', () => {
  const long = [element('p', [TELLS.repeat(5)]), figure(TELLS), figure(TELLS), figure(TELLS)]
  expect(captionsAsText(long)).toBe(long)
  const short = [figure('The wall'), figure('The sea'), figure('The door')]
  expect(captionsAsText(short)).toBe(short)
  const few = [figure(TELLS), figure(TELLS)]
  expect(captionsAsText(few)).toBe(few)
})
