import fc from 'fast-check'
import { expect, test } from 'vitest'
import { obsidianTag, plainTag } from '../../../../src/main/export/markdown/obsidian-tag.ts'

test.each([
  ['to read', 'to-read'],
  ['2024', 'y2024'],
  ['٢٠٢٤', 'y٢٠٢٤'],
  ['2024-05', '2024-05'],
  ['#done', 'done'],
  ['# done', 'done'],
  ['a/b c', 'a/b-c'],
  ['a//b/', 'a/b'],
  ['C++', 'C'],
  ['новини дня', 'новини-дня'],
  ['👩🏽‍🚀 news', '👩🏽‍🚀-news'],
  ['a`b^c', 'a-b-c'],
  ['!!', ''],
])('%j is %j in Obsidian', (tag, written) => {
  expect(obsidianTag(tag)).toBe(written)
})

test('a number stays a number elsewhere', () => {
  expect(plainTag('#2024')).toBe('2024')
})

test('whatever is written is a tag to Obsidian, and stays one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (tag) => {
      const written = obsidianTag(tag)
      expect(written).not.toMatch(/[\s#,"'`()[\]]|^\/|\/$|\/\//u)
      expect(written).not.toMatch(/^\p{N}+$/u)
      expect(obsidianTag(written)).toBe(written)
    }),
  )
})
