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
    expect(dropped(element('h3', [label])).map(({ text }) => text)).toEqual([label])
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

  it('drops what follows under the article from a label on, when only short pieces follow', () => {
    const teaser = element('div', [
      element('h3', [link('Ten piers to see')]),
      element('p', ['They are old, and they creak.']),
    ])
    expect(dropped(element('h2', ['More on this ›']), teaser, teaser).map(({ text }) => text)).toEqual([
      'More on this ›',
      'Ten piers to see',
      'They are old, and they creak.',
      'Ten piers to see',
      'They are old, and they creak.',
    ])
  })

  it('keeps what follows a heading that sounds like a label, when the article goes on', () => {
    expect(dropped(element('div', [element('h2', ['Comments on the storm'])]), ...PROSE)).toEqual([])
  })

  it('drops lines of the page above and below the text, and keeps such lines within it', () => {
    const line = element('p', ['Veröffentlicht: 2. Februar 2022'])
    expect(dropped(line)).toEqual([{ reason: 'page-line', text: 'Veröffentlicht: 2. Februar 2022' }])
    expect(dropped(line, PROSE[0] ?? '')).toEqual([])
  })

  it('drops a sentence pulled out of the text as its ornament', () => {
    const pulled = 'what happened in the harbour that morning'
    expect(dropped(element('blockquote', [element('p', [`»${pulled}«`])]))).toEqual([
      { reason: 'repeated', text: `»${pulled}«` },
    ])
  })

  it('drops a plain request to subscribe at the end of what can be read', () => {
    const text = 'Subscribe now to read the full story.'
    expect(dropped(element('p', [text]))).toEqual([{ reason: 'request', text }])
  })

  it('drops a passage that stands there twice, but none of a text that repeats itself all over', () => {
    const passage = element('p', [`The very same words, ${'and more of them, '.repeat(4)}to the end.`])
    expect(dropped(...PROSE.map((paragraph) => element('div', [paragraph])), passage, passage)).toHaveLength(1)
    const refrain = [passage, passage, passage, passage]
    expect(dropped(...refrain)).toEqual([])
  })
})
