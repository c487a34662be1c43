import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Markup } from '../../../../src/main/import/markup.ts'
import { extractPlainText, isBlankText } from '../../../../src/main/import/text/extract-plain-text.ts'
import { countProcessorTime } from '../../../support/processor-time.ts'

const folder = join(import.meta.dirname, '../../../golden/texts')
const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))

function textOf(node: Markup): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('')
}

function extract(text: string): ReturnType<typeof extractPlainText> {
  return extractPlainText(text, { fileName: null })
}

/** Letters alone: figures may be the numbers of a list, which `<ol>` makes again. */
function letters(text: string): string {
  return text.replaceAll(/[^\p{L}]/gu, '')
}

const marks = /[\s>#*•=+~^"_·-]/gu

const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    'By Ana Ruiz and Bo Li', '> quoted', '# Heading', '=====', '- item', '1. first', '2. second', '---', 'Photo: Ana Ruiz/AP',
    'Read more: something else', 'A man waits. (Ana Ruiz for The Gazette)', 'The Daily PostTruth Before Noon', 'Subject: x', 'June 3, 2021',
    'Somebody said that the bridge over the river would be closed until the end of the year, and then reopened.', '', '', '',
  ),
) // prettier-ignore

describe('extractPlainText', () => {
  it('drops no letter and changes no order, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\n\n'), (lines, end) => {
        // Front matter's fences and C0 controls have rules of their own.
        const text = `\n${lines.join(end)}`
        expect(letters(extract(text).content.map(textOf).join('\n'))).toBe(letters(text))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps every sign of the sample texts but marks of structure', () => {
    for (const text of texts) {
      // The one numbered list among them loses its numbers.
      const source = /^2\. .*\n3\. /mu.test(text) ? text.replaceAll(/^\d\. /gmu, '') : text
      expect(extract(text).content.map(textOf).join('').replaceAll(marks, '')).toBe(source.replaceAll(marks, ''))
    }
  })

  it('reads CRLF and NBSP as it reads LF and blanks', () => {
    for (const text of texts) {
      const windows = extract(text.replaceAll('\n', '\r\n'))
      expect(windows).toEqual(extract(text))
    }
    const spaced = extract(
      '\u00A0The\u00A0Harbour Gazette\u00A0\n\u00A0\nCouncil votes to keep the lighthouse dark\n\nText.',
    )
    expect(spaced.facts.title).toBe('Council votes to keep the lighthouse dark')
  })

  const paragraph =
    'The council decided on Tuesday night to leave the lighthouse on Gull Point unlit (for now). It voted.'
  // Milliseconds: two seconds for what people have, and the pool's limit for an item, 10 s, for what nobody has.
  it.each([
    [`${paragraph}\n\n`, 2_000],
    [`${paragraph}\n`, 2_000],
    [`${paragraph} `, 2_000],
    ['short line\n', 10_000],
    ['- item\n', 10_000],
    ['> quote\n', 10_000],
    ['1. a\n\n', 10_000],
    ['A: b\n\n', 10_000],
    ['(a ', 10_000],
  ])('reads 2 MB of %j in time', (piece, limit) => {
    const timed = countProcessorTime()
    const { content } = extract(`Lighthouse stays dark\n\n${piece.repeat(Math.ceil(2_000_000 / piece.length))}`)
    expect(timed()).toBeLessThan(limit)
    expect(content.length).toBeGreaterThan(1)
  })

  it('takes one short line for a title with an empty body, and one paragraph for a body without a title', () => {
    const title = extract('Rain expected in the valley')
    expect(title.facts.title).toBe('Rain expected in the valley')
    expect(title.content.map(textOf)).toEqual(['Rain expected in the valley'])
    const paragraph = extract('The rain came down. '.repeat(30))
    expect(paragraph.facts.title).toBeNull()
    expect(paragraph.notes.map(({ kind }) => kind)).toEqual(['no-title', 'no-date'])
  })

  it('never takes a date in the running text for the date of publication', () => {
    const { facts } = extract(
      'Old bridge reopens\n\nThe bridge was closed on June 3, 2021, and nobody expected to cross it again.\n\nOn 5 May 2023 the first bus drove over it, to the applause of both villages.',
    )
    expect(facts.published).toBeNull()
  })

  it('notes the date of a change instead of taking it for the date of publication', () => {
    const { facts, notes } = extract(
      'Old bridge reopens\n\nUpdated June 3, 2021\n\nThe bridge is open again, the mayor said, and so is the inn beside it.',
    )
    expect(facts.published).toBeNull()
    expect(notes).toContainEqual({ kind: 'no-date', details: { updated: '2021-06-03' } })
  })

  it('lets the name of the file tell the headline from what stands above it', () => {
    const text =
      'Broken Silence\n\nHow a village in the hills learned to talk again\n\nFor nine years nobody in the village spoke of the flood, the schoolteacher said.'
    expect(extract(text).facts.title).toBe('Broken Silence')
    const named = extractPlainText(text, { fileName: 'How a village in the hills learned to talk again.txt' })
    expect(named.facts.title).toBe('How a village in the hills learned to talk again')
  })

  it('keeps front matter in the text and takes its facts', () => {
    const { facts, content } = extract(
      '---\ntitle: Tides\nauthor: Ana Ruiz\ndate: 2024-03-01\n---\nThe water turns twice a day, and no table has ever changed that.',
    )
    expect(facts).toMatchObject({ title: 'Tides', byline: 'Ana Ruiz', published: '2024-03-01' })
    expect(content.map(textOf).join(' ')).toContain('author: Ana Ruiz')
  })

  it('knows a text without a sign', () => {
    expect(['', ' \r\n\t\u00A0\uFEFF'].map(isBlankText)).toEqual([true, true])
    expect(isBlankText(' . ')).toBe(false)
  })
})
