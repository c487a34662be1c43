import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { unfoldPdf, type UnfoldedPdf } from '../../../../src/main/import/formats/pdf/unfold-pdf.ts'
import { prepareDraft } from '../../../../src/main/import/prepare-draft.ts'
import { createAnalyser } from '../../../../src/main/search/analyse.ts'
import { aPdf, pdfLines, type PdfText } from '../../../support/a-pdf.ts'
import { readAll } from '../../../support/read-all.ts'
import { hasSharedData, sharedData } from '../../../support/shared-data.ts'

const ports = { analyse: createAnalyser() }

async function unfolded(bytes: Uint8Array): Promise<UnfoldedPdf> {
  const result = await unfoldPdf(bytes, 'a.pdf')
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function blocksOf(...pages: readonly (readonly PdfText[])[]): Promise<readonly string[]> {
  return ((await unfolded(aPdf(pages))).html ?? '').split('\n')
}

const LEFT = [
  'The harbour lay still that',
  'morning, and nobody on the',
  'quay spoke of the storm that',
  'had come in the night from',
  'the north.',
]
const RIGHT = [
  'Two boats were missing, and',
  'the keeper of the light had',
  'not been seen since seven in',
  'the evening, when he rowed',
  'out alone.',
]

describe('the text of a PDF', () => {
  test('is in paragraphs: lines joined, words parted at a line’s end whole again', async () => {
    expect(
      await blocksOf(
        pdfLines(['The lighthouse keeper was a care-', 'ful man who wrote well-known and'], { x: 72, y: 700 }).concat(
          pdfLines(['well-', 'known letters.'], { x: 72, y: 672 }),
        ),
      ),
    ).toEqual(['<p>The lighthouse keeper was a careful man who wrote well-known and well-known letters.</p>'])
  })

  test('a gap, an indent or a short last line begins a new paragraph', async () => {
    const gap = pdfLines(['One paragraph of the text here'], { x: 72, y: 700 }).concat(
      pdfLines(['and then another paragraph of it'], { x: 72, y: 660 }),
    )
    expect(await blocksOf(gap)).toHaveLength(2)
    const indent = [
      ...pdfLines(['A first line that is as long as the others', 'and a second line that is as long as that'], {
        x: 72,
        y: 700,
      }),
      ...pdfLines(['An indented line that begins another one'], { x: 90, y: 672 }),
      ...pdfLines(['and its own second line to end with here'], { x: 72, y: 658 }),
    ]
    expect(await blocksOf(indent)).toHaveLength(2)
  })

  test('two columns are read one after the other, under a heading over both', async () => {
    const rows = LEFT.flatMap((text, index): readonly PdfText[] => [
      { x: 72, y: 650 - index * 14, text },
      { x: 330, y: 650 - index * 14, text: RIGHT[index] ?? '' },
    ])
    expect(await blocksOf([{ x: 72, y: 720, size: 20, text: 'The keeper of the light' }, ...rows])).toEqual([
      '<h1>The keeper of the light</h1>',
      `<p>${LEFT.join(' ')}</p>`,
      `<p>${RIGHT.join(' ')}</p>`,
    ])
  })

  test('the rows of a table are read row by row', async () => {
    const rows = ['One', 'Two', 'Three', 'Four', 'Five'].flatMap((text, index): readonly PdfText[] => [
      { x: 72, y: 650 - index * 14, text },
      { x: 330, y: 650 - index * 14, text: String(index + 1) },
    ])
    expect((await blocksOf(rows)).join(' ')).toContain('One 1 Two 2 Three 3')
  })

  test('running titles and page numbers are left out and told; a paragraph goes on over the page', async () => {
    const page = (number: number, lines: readonly string[]): readonly PdfText[] => [
      { x: 72, y: 760, size: 8, text: 'Annals of Lighthouses' },
      ...pdfLines(lines, { x: 72, y: 700 }),
      { x: 300, y: 30, size: 8, text: String(number) },
    ]
    const pdf = await unfolded(
      aPdf([
        page(7, ['A sentence that begins on one page and', 'is not at its end']),
        page(8, ['when the next page comes.']),
        page(9, ['The end.']),
      ]),
    )
    expect(pdf.html?.split('\n')).toEqual([
      '<p>A sentence that begins on one page and is not at its end when the next page comes.</p>',
      '<p>The end.</p>',
    ])
    expect(pdf.notes).toMatchObject([
      {
        kind: 'removed',
        details: { parts: [{ text: 'Annals of Lighthouses' }, { text: '7' }, { text: '8' }, { text: '9' }] },
      },
    ])
  })

  test('pages of text turned by a quarter are read as they are meant', async () => {
    const lines = ['First line of the turned page', 'second line of it'].map((text, index): PdfText => ({
      x: 100 + index * 14,
      y: 100,
      text,
      turned: 1,
    }))
    expect(await blocksOf(lines)).toEqual(['<p>First line of the turned page second line of it</p>'])
  })

  test('larger type makes headings, by their size', async () => {
    expect(
      await blocksOf([
        { x: 72, y: 720, size: 24, text: 'Title' },
        { x: 72, y: 680, size: 14, text: 'Section' },
        { x: 72, y: 650, text: 'The body of the text, which is the most of it.' },
      ]),
    ).toEqual(['<h1>Title</h1>', '<h2>Section</h2>', '<p>The body of the text, which is the most of it.</p>'])
  })
})

describe('what a PDF says of itself', () => {
  test('title, author and day; the largest heading in place of a name of a file', async () => {
    const page: readonly PdfText[] = [
      { x: 72, y: 700, size: 20, text: 'A Heading' },
      { x: 72, y: 650, text: 'And the text that follows it on the page.' },
    ]
    const stated = await unfolded(
      aPdf([page], { Title: 'Lights', Author: 'Ann Lee', CreationDate: "D:20220624153000+02'00'" }),
    )
    expect(stated.facts).toMatchObject({ title: 'Lights', byline: 'Ann Lee', published: '2022-06-24' })
    const named = await unfolded(aPdf([page], { Title: 'Microsoft Word - draft3.docx' }))
    expect(named.facts.title).toBe('A Heading')
  })

  test('a scan has no text, and says so; it is kept, with the name of its file', async () => {
    const { drafts } = await readAll(aPdf([[], []]), 'letter.pdf')
    const [draft] = drafts
    if (draft === undefined) throw new Error('nothing was read')
    const result = await prepareDraft(draft, ports)
    expect(result).toMatchObject({
      ok: true,
      value: {
        rendition: null,
        title: 'letter',
        original: { mediaType: 'application/pdf' },
        notes: [{ kind: 'pages-without-text', details: { count: 2, of: 2 } }],
      },
    })
  })

  test('is read without the package to draw with, which would map every font of the computer', () => {
    const root = join(import.meta.dirname, '../../../..')
    const code = `
      import { createRequire } from 'node:module'
      import { openPdf } from ${JSON.stringify(join(root, 'src/main/import/formats/pdf/open-pdf.ts'))}
      const opened = await openPdf(Uint8Array.from(JSON.parse(process.argv[1])), 'a.pdf')
      if (!opened.ok) throw new Error(opened.error.code)
      const libraries = process.report.getReport().sharedObjects
      console.log(opened.value.numPages, libraries.filter((name) => /skia|canvas/.test(name)).length)
      process.exit()`
    const bytes = JSON.stringify([...aPdf([pdfLines(['A line.'], { x: 72, y: 700 })])])
    const args = ['--input-type=module', '-e', code, bytes]
    expect(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })).toBe('1 0\n')
  })

  test('one that only a password opens is refused as locked', async () => {
    const plain = Buffer.from(aPdf([pdfLines(['Nobody reads this.'], { x: 72, y: 700 })])).toString('latin1')
    // No password that is empty makes these 32 bytes of the standard handler (PDF 1.7, 7.6.3).
    const [owner, user] = ['a', 'b'].map((letter) => letter.repeat(32))
    const lock = `/ID [(x) (x)] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (${owner ?? ''}) /U (${user ?? ''}) >>`
    const locked = new Uint8Array(Buffer.from(plain.replace('trailer\n<<', `trailer\n<< ${lock}`), 'latin1'))
    expect(await unfoldPdf(locked, 'locked.pdf')).toMatchObject({
      ok: false,
      error: { code: 'import/encrypted', details: { path: 'locked.pdf', lock: 'with a password' } },
    })
  })

  test('one that is damaged is refused with the reason, and cutting it anywhere never throws', async () => {
    const whole = aPdf([pdfLines(LEFT, { x: 72, y: 700 })])
    expect(await unfoldPdf(whole.slice(0, 60), 'a.pdf')).toMatchObject({
      ok: false,
      error: { code: 'import/malformed' },
    })
    for (let cut = 100; cut < whole.length; cut += 97) await unfoldPdf(whole.slice(0, cut), 'a.pdf')
  })
})

describe.skipIf(!hasSharedData)('real PDFs', () => {
  const real = (name: string): Promise<UnfoldedPdf> =>
    unfolded(new Uint8Array(readFileSync(sharedData(`pdf/hypothesis/${name}.pdf`))))

  test('a page that a browser printed: its address, its text, nothing of its edges', async () => {
    const pdf = await real('budlong')
    expect(pdf.url).toBe('https://en.wikipedia.org/wiki/Budlong_Pickle_Company')
    expect(pdf.facts.title).toBe('Budlong Pickle Company')
    expect(pdf.html).toContain(
      'Founded in the late 1850s, it was sold in 1958 to a company which was later acquired by Dean Foods.',
    )
    expect(pdf.html).not.toContain('8/20/2020')
  })

  test('a report with a cover of the library that keeps it', async () => {
    const pdf = await real('jstor')
    expect(pdf.html).toContain('Conceptual Framework and Hypothesis')
    expect(pdf.html).toContain(
      'This paper posits and tests a conceptual argument linking three categories of characteristics with services contract performance',
    )
  })

  test('a book of 144 pages, a turned page, pages with numbers of their own, and a scan', async () => {
    expect((await real('gatsby')).facts).toMatchObject({ title: 'The Great Gatsby', byline: 'F. Scott Fitzgerald' })
    expect((await real('rotated')).html).toContain('<h1>Example Domain</h1>')
    expect((await real('custom-page-numbers')).html).toContain('This is page iii')
    expect((await real('painting')).html).toBeNull()
  })
})
