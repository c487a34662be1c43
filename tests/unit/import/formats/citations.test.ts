import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { latexText } from '../../../../src/main/import/formats/citations/latex-text.ts'
import { contentText, readAll } from '../../../support/read-all.ts'
import { hasSharedData, sharedData } from '../../../support/shared-data.ts'

describe('RIS', () => {
  test('entries with repeated fields, lines that go on, tags padded in their own way, and CRLF', async () => {
    const { drafts, failures } = await readAll(
      'TY  - JOUR\r\nAU  - Lee, Ann\r\nAU  - Li, Bo, Jr.\r\nT1  - A long title\r\nthat goes on\r\nJO  - Gull\r\nKW  - sea\r\nlight\r\nKW  - oil\r\nUR  - https://gull.example/a\r\nY1  - 2022/6/4/\r\nN2  - The abstract.\r\nN1  - My note\r\nER  -\r\n\r\nTY  - BOOK\r\nBT  - The Book\r\nPB  - Press\r\nDO  - doi:10.1000/xyz\r\nER  - \r\n',
      'a.ris',
    )
    expect(failures).toEqual([])
    expect(drafts[0]).toMatchObject({
      url: 'https://gull.example/a',
      facts: {
        title: 'A long title that goes on',
        byline: 'Ann Lee, Bo Li Jr.',
        publication: 'Gull',
        published: '2022-06-04',
      },
      marks: { tags: ['sea', 'light', 'oil'], highlights: [{ quote: null, note: 'My note' }] },
    })
    expect(contentText(drafts[0])).toContain('<p>The abstract.</p>')
    expect(drafts[1]).toMatchObject({
      url: 'https://doi.org/10.1000/xyz',
      content: { kind: 'none' },
      facts: { title: 'The Book', publication: 'Press' },
    })
  })
})

describe('BibTeX', () => {
  test('entries with braces, quotes, pieces and abbreviations; fields of BibLaTeX', async () => {
    const { drafts } = await readAll(
      '% a comment\n@string{gull = "Gull " # {Press}}\n@comment{x}\n@article{lee22,\n  title = {{The} {L}ight: {\\"U}ber \\\'{e}t\\\'e --- na{\\"\\i}ve},\n  author = "Lee, Ann and {The Gull Society} and others",\n  journal = gull, month = jun, year = 2022,\n  abstract = {Text with 5\\% of \\emph{oil}.}, keywords = {sea, light},\n  url = {https://gull.example/a\\_b}, doi = {10.1000/x}, annote = {My note}\n}\n@online(w, title={Page}, date={2020-05/2020-06}, urldate={2021-01-02}, url={https://x.example/})',
      'a.bib',
    )
    expect(drafts[0]).toMatchObject({
      source: 'a.bib#lee22',
      url: 'https://gull.example/a_b',
      facts: {
        title: 'The Light: Über été — naïve',
        byline: 'Ann Lee, The Gull Society',
        publication: 'Gull Press',
        published: '2022-06',
      },
      marks: { tags: ['sea', 'light'], highlights: [{ note: 'My note' }] },
    })
    expect(contentText(drafts[0])).toContain('Text with 5% of oil.')
    expect(drafts[1]).toMatchObject({ facts: { title: 'Page', published: '2020-05' }, url: 'https://x.example/' })
  })

  test('an entry that never ends gives what it has, and none is no file of entries', async () => {
    expect((await readAll('@book{a, title = {One}, author = {Lee, Ann', 'a.bib')).drafts[0]?.facts.title).toBe('One')
    const broken =
      '@book{a, title = "A {broken title"}\n@book{b, title = "Two"}\n@book{c, title = {Three {}}\n@book{d, title = {Four}}'
    const { drafts, failures } = await readAll(broken, 'a.bib')
    expect(drafts.map(({ facts }) => facts.title)).toEqual(expect.arrayContaining(['Two', 'Four']))
    expect(failures[0]).toMatchObject({ source: 'a.bib#a', error: { code: 'import/malformed' } })
    const many = await readAll('@book{x, title = "A {b"}\n'.repeat(50_000) + '@book{z, title = {Z}}', 'a.bib')
    expect(many.drafts.map(({ facts }) => facts.title)).toEqual(['Z'])
    expect((await readAll('@book{a,}', 'a.bib')).failures[0]?.error.code).toBe('import/malformed')
  })

  test.each([
    ["Fran{\\c c}ois, \\v{S}tef\\'an, {\\o}re", 'François, Štefán, øre'],
    ['\\textit{In} \\LaTeX{} \\& more \\{x\\} \\$5', 'In LaTeX & more {x} $5'],
    ["``so'' 1--2~km", '“so” 1–2 km'],
  ])('%s is written out', (latex, text) => {
    expect(latexText(latex)).toBe(text)
  })
})

describe('CSL-JSON', () => {
  test('names, partial dates and lists of one value', async () => {
    const items = [
      {
        id: 'a',
        type: 'article-journal',
        title: 'The <i>Light</i>',
        author: [{ given: 'Ann', family: 'Lee' }, { literal: 'Gull Society' }],
        issued: { 'date-parts': [['2022', 6]] },
        'container-title': ['Gull'],
        DOI: '10.1000/x',
      },
      { id: 2, type: 'webpage', title: 'Page', URL: 'https://x.example/', note: 'My note', abstract: 'Text.' },
    ]
    const { drafts } = await readAll(JSON.stringify(items), 'a.json')
    expect(drafts[0]).toMatchObject({
      format: 'csl-json',
      url: 'https://doi.org/10.1000/x',
      facts: { title: 'The Light', byline: 'Ann Lee, Gull Society', publication: 'Gull', published: '2022-06' },
    })
    expect(drafts[1]).toMatchObject({ marks: { highlights: [{ note: 'My note' }] } })
  })
})

interface ZoteroItem {
  readonly itemType: string
  readonly title?: string
  readonly url?: string
  readonly creators?: readonly {
    readonly firstName?: string
    readonly lastName?: string
    readonly name?: string
    readonly creatorType: string
  }[]
}

describe.skipIf(!hasSharedData)('Zotero’s own cases', () => {
  const plain = (text: string | undefined): string =>
    (text ?? '')
      .replace(/<[^>]+>/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')

  test.each([
    ['RIS', 'x.ris', { items: 98, read: 96, titles: 88, authors: 67 }],
    ['BibTeX', 'x.bib', { items: 34, read: 34, titles: 31, authors: 23 }],
    ['CSL_JSON', 'x.json', { items: 1, read: 1, titles: 1, authors: 1 }],
  ])('%s: as many as are known to be right', async (name, fileName, known) => {
    const cases = JSON.parse(
      readFileSync(sharedData(`citations/zotero-translators/${name}.json`), 'utf8'),
    ) as readonly { readonly input: unknown; readonly items: readonly ZoteroItem[] }[]
    const count = { items: 0, read: 0, titles: 0, authors: 0 }
    for (const { input, items } of cases) {
      const wanted = items.filter(({ itemType }) => itemType !== 'attachment' && itemType !== 'note')
      const { drafts } = await readAll(typeof input === 'string' ? input : JSON.stringify(input), fileName)
      count.items += wanted.length
      count.read += drafts.length
      const titles = new Set(drafts.map(({ facts }) => plain(facts.title ?? '')))
      const bylines = drafts.map(({ facts }) => plain(facts.byline ?? ''))
      for (const { title, creators } of wanted) {
        if (title !== undefined && titles.has(plain(title))) count.titles++
        const author = creators?.find(({ creatorType }) => creatorType === 'author')
        const written = plain(author?.name ?? `${author?.firstName ?? ''}${author?.lastName ?? ''}`)
        if (author !== undefined && bylines.some((byline) => byline.startsWith(written))) count.authors++
      }
    }
    expect(count.items).toBe(known.items)
    expect(count.read).toBeGreaterThanOrEqual(known.read)
    expect(count.titles).toBeGreaterThanOrEqual(known.titles)
    expect(count.authors).toBeGreaterThanOrEqual(known.authors)
  })
})
