import { describe, expect, it } from 'vitest'
import { openBrackets } from '../../../../src/renderer/views/writing/open-brackets.ts'

/** `|` is the caret. */
function at(text: string) {
  return openBrackets(text.replace('|', ''), text.indexOf('|'))
}

describe('open brackets', () => {
  it.each([
    ['[[|', 0, ''],
    ['see [[the la|mp', 4, 'the la'],
    ['[[one]] and [[two|', 12, 'two'],
    ['[[a [b] c|', 0, 'a [b] c'],
    ['見る［［灯台|', 2, '灯台'],
    ['見る「「灯台|', 2, '灯台'],
    ['انظر [[حارس|', 5, 'حارس'],
    ['[[[the|', 0, '[the'],
  ])('are found in %s', (text, start, words) => {
    expect(at(text)).toEqual({ start, words })
  })

  it.each(['|[[', '[[one]]|', '[one|', '[[one\ntwo|', '「灯台|', '[ [one|', `[[${'x'.repeat(90)}|`])(
    'are none in %s',
    (text) => {
      expect(at(text)).toBeNull()
    },
  )
})
