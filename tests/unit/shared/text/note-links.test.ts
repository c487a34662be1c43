import { describe, expect, it } from 'vitest'
import type { AnnotationUid, ArticleUid } from '../../../../src/shared/model/identity.ts'
import { noteLinks, withoutLinkAddresses, writeNoteLink } from '../../../../src/shared/text/note-links.ts'

const ARTICLE = '01a20635-c431-743d-afea-e9dd40b77418' as ArticleUid
const MARK = '01a20635-d031-73b8-8340-f334426a31df' as AnnotationUid
const TO_ARTICLE = `offprint://article/${ARTICLE}`
const TO_MARK = `${TO_ARTICLE}#${MARK}`

describe('links in a note', () => {
  it.each([
    ['an inline link', `See [the lamp](${TO_ARTICLE}).`, [['the lamp', null]]],
    ['one to a highlight', `[lamp](${TO_MARK})`, [['lamp', MARK]]],
    [
      'two in the order they stand in',
      `[b](${TO_MARK}) and ${TO_ARTICLE}`,
      [
        ['b', MARK],
        ['', null],
      ],
    ],
    [
      'a bare address before another',
      `${TO_ARTICLE} then [b](${TO_MARK})`,
      [
        ['', null],
        ['b', MARK],
      ],
    ],
    ['an address in angle brackets', `<${TO_MARK}>`, [['', MARK]]],
    ['an inline link with one and a title', `[a](<${TO_ARTICLE}> "The lamp")`, [['a', null]]],
    ['brackets in the words', `[a \\[draft\\] b](${TO_ARTICLE})`, [['a [draft] b', null]]],
    ['upper case', `[a](OFFPRINT://article/${ARTICLE.toUpperCase()})`, [['a', null]]],
    ['words that run from right to left', `[حارس المنارة](${TO_ARTICLE})`, [['حارس المنارة', null]]],
    ['an empty link', `[](${TO_ARTICLE})`, [['', null]]],
    ['a link within a list and a quote', `> - [a](${TO_ARTICLE})`, [['a', null]]],
  ] as const)('are found: %s', (_name, note, expected) => {
    expect(noteLinks(note).map(({ words, to }) => [words, to.annotation])).toEqual(expected)
    expect(noteLinks(note).every(({ to }) => to.article === ARTICLE)).toBe(true)
  })

  it.each([
    ['a span of code', `\`[a](${TO_ARTICLE})\``],
    ['a span of two marks', `\`\`a \` ${TO_ARTICLE}\`\``],
    ['a fence', `\`\`\`\n${TO_ARTICLE}\n\`\`\``],
    ['a fence that is never closed', `~~~\n${TO_ARTICLE}`],
    ['another address', `[a](https://example.org/${ARTICLE})`],
    ['no uid', '[a](offprint://article/x)'],
    ['something else of the program', `offprint://archive/${ARTICLE}`],
  ])('are none in %s', (_name, note) => {
    expect(noteLinks(note)).toEqual([])
  })

  it('are found behind a fence that was closed', () => {
    expect(noteLinks(`\`\`\`\nx\n\`\`\`\n${TO_ARTICLE}`)).toHaveLength(1)
  })

  it.each(['The lamp', 'a [draft] \\ b', '`x` *y* _z_ <b>', 'two\nlines', '»灯台« (1)'])(
    'keep the words they were written with: %s',
    (words) => {
      const written = writeNoteLink(words, { article: ARTICLE, annotation: MARK })
      expect(noteLinks(`before ${written} after`)).toEqual([
        { words: words.replace('\n', ' '), to: { article: ARTICLE, annotation: MARK } },
      ])
    },
  )
})

it('a note without addresses keeps the words of its links', () => {
  expect(withoutLinkAddresses(`See [the \\[lamp\\]](${TO_MARK}), ${TO_ARTICLE} too.`)).toBe('See the [lamp],  too.')
  expect(withoutLinkAddresses('plain [a](https://example.org)')).toBe('plain [a](https://example.org)')
})
