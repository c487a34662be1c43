import { describe, expect, it } from 'vitest'
import { dropLeftovers, type Leftover } from '../../../../src/main/import/html/leftovers.ts'
import { element, type Markup } from '../../../../src/main/import/markup.ts'

const PROSE = Array.from({ length: 6 }, (_unused, index) =>
  element('p', [`Paragraph ${String(index)} tells at some length what happened in the harbour that morning.`]),
)
const link = (text: string): Markup => element('a', [text], { href: '/x' })

function dropped(...blocks: readonly Markup[]): readonly Leftover[] {
  const leftovers: Leftover[] = []
  dropLeftovers([...PROSE, ...blocks], leftovers)
  return leftovers
}

describe('dropLeftovers', () => {
  it.each([
    'Mehr zum Thema',
    'Related Coverage',
    'Advertisement',
    'À lire aussi',
    'Czytaj też: coś',
    'Читайте также',
    '関連記事',
  ])('drops the label %j', (label) => {
    expect(dropped(element('h3', [label]))).toEqual([{ reason: 'label', text: label }])
  })

  it('drops the list of links under a label, and keeps the text after it', () => {
    const list = element('ul', [element('li', [link('Ten piers to see before they fall')])])
    const after = element('p', ['The wind had turned.'])
    const leftovers: Leftover[] = []
    expect(dropLeftovers([...PROSE, element('h3', ['Related']), list, after], leftovers)).toEqual([...PROSE, after])
    expect(leftovers.map(({ reason }) => reason)).toEqual(['label', 'teaser'])
  })

  it('drops a request to subscribe that is set off, and keeps a sentence about subscribers', () => {
    expect(dropped(element('p', [element('em', ['Sign up for our newsletter to get more.'])]))).toHaveLength(1)
    expect(dropped(element('p', ['The paper lost many subscribers in the storm year, she said.']))).toEqual([])
  })

  it('drops a lone link between paragraphs, but not where links are the content', () => {
    const teaser = element('p', [link('Ten piers that you must see before they fall down')])
    expect(dropped(teaser)).toHaveLength(1)
    expect(dropped(...Array.from({ length: 8 }, () => teaser))).toEqual([])
  })

  it('keeps pictures, headings and short paragraphs', () => {
    const blocks = [
      element('h2', ['The wall']),
      element('p', ['Yes.']),
      element('p', [element('img', [], { src: '/a.jpg' })]),
    ]
    expect(dropped(...blocks)).toEqual([])
  })
})
