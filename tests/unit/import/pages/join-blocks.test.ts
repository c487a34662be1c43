import { describe, expect, it } from 'vitest'
import { textOfMarkup } from '../../../../src/main/import/html/text-of-markup.ts'
import { element, type Markup } from '../../../../src/main/import/markup.ts'
import { joinBlocks } from '../../../../src/main/import/pages/join-blocks.ts'

const p = (text: string): Markup => element('p', [text])
const picture = (src: string): Markup => element('figure', [element('img', [], { src })])
const header = element('header', [element('h1', ['The long way'])])
const LONG = 'A sentence of the text itself, which may well be said again on a later page. '.repeat(9)

function lines(pages: readonly (readonly Markup[])[]): readonly string[] {
  return textOfMarkup(joinBlocks(pages)).split('\n')
}

describe('blocks of the pages of an article', () => {
  it('follow each other under the first page’s header', () => {
    expect(
      lines([
        [header, p('one')],
        [header, p('two')],
        [header, p('three')],
      ]),
    ).toEqual(['The long way', 'one', 'two', 'three'])
  })

  it('begin once with what all begin with, and end once with what all end with', () => {
    const pages = ['one', 'two', 'three'].map((text) => [p('A standfirst'), '\n', p(text), p('About the author'), '\n'])
    expect(lines(pages)).toEqual(['A standfirst', 'one', 'two', 'three', 'About the author'])
  })

  it('show a picture that all begin with once', () => {
    const joined = joinBlocks([
      [picture('/blob/a'), p('one')],
      [picture('/blob/a'), p('two'), picture('/blob/b')],
    ])
    expect(joined).toEqual([picture('/blob/a'), p('one'), p('two'), picture('/blob/b')])
  })

  it('say again in the middle what they say again', () => {
    expect(
      lines([
        [p('Refrain'), p('one'), p('Refrain'), p('two')],
        [p('three'), p('Refrain'), p('four')],
      ]),
    ).toEqual(['Refrain', 'one', 'Refrain', 'two', 'three', 'Refrain', 'four'])
  })

  it('keep a long passage wherever it is said again', () => {
    expect(lines([[p(LONG)], [p(LONG), p('two')]])).toHaveLength(3)
  })
})
