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

const headline = (text: string): Markup => element('li', [link(text)])

describe('links to other articles between paragraphs', () => {
  const LAST = element('p', ['The wind had turned, and nobody in the harbour slept that night.'])
  const textsOf = (...blocks: readonly Markup[]): readonly string[] =>
    dropped(...blocks, LAST).map(({ text }) => text.split('\n')[0] ?? '')

  it('go, as a list of headlines, with a label inside it or without', () => {
    const list = element('ul', [
      headline('Ten piers to see before they fall'),
      headline('Who pays for the harbour wall'),
    ])
    expect(textsOf(list)).toEqual(['Ten piers to see before they fall'])
    const labelled = element('ul', [
      element('li', ['Mehr zum Thema Hafen:']),
      headline('Wer zahlt für die Mauer am Hafen'),
    ])
    expect(textsOf(labelled)).toEqual(['Mehr zum Thema Hafen:', 'Wer zahlt für die Mauer am Hafen'])
  })

  it.each([
    ['Related: ', 'The pier that would not fall'],
    ['Lesen Sie auch: ', 'Der Pier, der nicht fallen wollte'],
    ['Czytaj też: ', 'Molo, które nie chciało runąć'],
    ['LIRE AUSSI » ', 'La jetée qui ne voulait pas tomber, un récit de la mer et de ceux qui y vivent encore'],
  ])('go as a line that begins with %j', (label, text) => {
    expect(textsOf(element('p', [label, link(text)]))).toHaveLength(1)
  })

  it('stay where a sentence announces them, within another list, inside the page, and as most of the text', () => {
    const list = element('ul', [
      headline('Ten piers to see before they fall'),
      headline('Who pays for the harbour wall'),
    ])
    expect(textsOf(element('p', ['Three papers wrote about it:']), list)).toEqual([])
    expect(textsOf(element('ul', [element('li', ['Fixed in this version', list])]))).toEqual([])
    const inside = element('a', ['How the harbour wall was built'], { href: '#how' })
    expect(textsOf(element('ul', [element('li', [inside])]))).toEqual([])
    const many = Array.from({ length: 60 }, () => list)
    expect(dropped(...many)).toEqual([])
  })
})

describe('what stands around an article', () => {
  const around = (line: string, ...names: readonly string[]): readonly string[] => {
    const leftovers: Leftover[] = []
    dropLeftovers(
      [
        element('h2', [`A headline that is long enough for a paragraph, and is none: ${line}`]),
        element('p', [line]),
        ...PROSE,
      ],
      leftovers,
      names,
    )
    return leftovers.map(({ text }) => text)
  }

  it.each([
    'By Ana Ruiz, August 14, 2020 2:30 pm',
    'Von Ana Ruiz und Bo Li',
    'Bo Li | 06.11.23',
    '19.6.2007 9:40 Uhr Ana Ruiz',
  ])('goes when it says but who wrote it and when: %j', (line) => {
    expect(around(line, 'Ana Ruiz', 'Bo Li')).toEqual([line])
  })

  it.each(['Ana Ruiz was there that night.', 'By the harbour', 'Cy Lem, editor'])(
    'stays when it says more: %j',
    (line) => {
      expect(around(line, 'Ana Ruiz', 'Bo Li')).toEqual([])
    },
  )

  const comment = (name: string): Markup =>
    element('li', [
      element('div', [name]),
      element('div', ['August 15, 2020 at 9:35 am']),
      element('p', ['They never counted the stones, did they?']),
    ])

  it("goes when it is a list of readers' comments", () => {
    const pingback = element('li', ['Pingback: The harbour wall – another page about it'])
    expect(dropped(element('ol', [comment('One'), pingback, comment('Two')]))).toMatchObject([{ reason: 'related' }])
  })

  it('stays when it is the page itself, as in a live blog, or names days without times', () => {
    const blog = element(
      'ol',
      Array.from({ length: 40 }, (_one, at) => comment(String(at))),
    )
    expect(dropped(blog).filter(({ reason }) => reason === 'related')).toEqual([])
    expect(
      dropped(element('ul', [element('li', ['15 August 2020: the wall falls, and nobody is hurt in the harbour.'])])),
    ).toEqual([])
  })
})

describe('a notice of cookies at the end', () => {
  it.each([
    'Wir verwenden Cookies, um Inhalte und Anzeigen zu personalisieren.',
    'Datenschutz & Cookies: Diese Website verwendet Cookies. Wer sie weiter nutzt, stimmt dem zu.',
    'We use cookies to count the ships that pass. Settings',
    'Ce site utilise des cookies pour compter les bateaux.',
    'Nasza strona używa plików cookies.',
  ])('goes: %j', (notice) => {
    expect(dropped(element('p', [notice])).map(({ text }) => text)).toEqual([notice])
  })

  it.each(['The harbour uses cookies as bait, the master said.', 'He said: “We use cookies for the dogs.”'])(
    'is none when it is told of others: %j',
    (line) => {
      expect(dropped(element('p', [line]))).toEqual([])
    },
  )
})

describe('an appeal at the end', () => {
  const AFTER = element('p', ['New readers also get a poster of the wall.'])

  it.each([
    'When you join the family of this paper, you will get unlimited digital access as a member.',
    'Assine o jornal, apoie o nosso trabalho e inscreva-se no canal.',
    'Unterstützen Sie uns: Werden Sie Mitglied oder spenden Sie.',
  ])('goes with what stands under it: %j', (appeal) => {
    expect(dropped(element('p', [appeal]), AFTER).map(({ text }) => text)).toEqual([
      appeal,
      'New readers also get a poster of the wall.',
    ])
  })

  it.each([
    'As ever, many of our troops are far from home, and we support you and your families.',
    'The union lost a tenth of its members, and hardly anybody would join after that summer.',
    '“You may join us as a member or donate”, the harbour master said to everyone that night.',
  ])('is none when it tells or quotes: %j', (words) => {
    expect(dropped(element('p', [words]))).toEqual([])
  })

  it('is none above the text', () => {
    const appeal = element('p', ['Join us as a member, and your donation builds the wall again.'])
    const leftovers: Leftover[] = []
    dropLeftovers([appeal, ...PROSE], leftovers)
    expect(leftovers).toEqual([])
  })

  it('is none when a text goes on below it; words about who wrote it are the end', () => {
    const appeal = element('p', ['Join us as a member, and your donation builds the wall again.'])
    expect(
      dropped(
        appeal,
        ...PROSE.map((_one, at) =>
          element('p', [`${String(at)} and the wall stood for a hundred years more.`.repeat(7)]),
        ),
      ),
    ).toEqual([])
    const about = element('p', ['Born by the sea, she has written of it since.'])
    expect(dropped(element('div', [element('h2', ['Autor:innen']), about])).map(({ text }) => text)[0]).toBe(
      'Autor:innen',
    )
  })
})
