import { openPdf } from '../../src/main/import/formats/pdf/open-pdf.ts'
import { valueOf } from '../support/value-of.ts'
import { expect, test } from './support/offprint-test.ts'

const PAGE = `<!doctype html><html lang="en"><title>On paper</title><article><h1>On paper</h1>
<h2>The first part</h2>${'<p>A sentence of the article, of a length that fills some lines of a page. </p>'.repeat(60)}
<h2>The second part</h2><p>The very last words are marked.</p></article></html>`

test('An article to print becomes a PDF with pages, outline, tags, its highlights and its notes', async ({
  program,
  openWindow,
  context,
  complaints,
}) => {
  // A browser asks for one by itself when the page stands alone in a tab.
  complaints.allow(/favicon\.ico/)
  await program.run('import', program.file('page.html', PAGE))
  const { client, contentBase, articles } = await openWindow()
  const [row] = await articles()
  if (row === undefined) throw new Error('nothing was imported')
  const mark = { article: row.uid, quote: 'very last words', prefix: '', suffix: '', color: 'green' } as const
  valueOf(await client.request('annotation.highlight', { ...mark, note: 'So it ends', tags: [], place: null }))
  const page = await context.newPage()
  const answer = await page.goto(`${contentBase}print/${row.uid}/current`)
  expect(answer?.status()).toBe(200)
  const look = page.locator('mark.pen-green')
  await expect(look).toHaveText('very last words')
  await expect(look).toHaveCSS('background-color', 'rgb(216, 240, 198)')
  const bytes = await page.pdf({
    ...{ format: 'A4', printBackground: true, outline: true, tagged: true, displayHeaderFooter: true },
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="font-size: 8px"><span class="pageNumber"></span> of <span class="totalPages"></span></div>',
  })
  const pdf = valueOf(await openPdf(new Uint8Array(bytes), 'page.pdf'))
  const texts: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  expect(texts.length).toBeGreaterThan(1)
  expect(texts.map((text, index) => text.includes(`${String(index + 1)} of ${String(texts.length)}`))).not.toContain(
    false,
  )
  expect(texts.at(-1)).toContain('So it ends')
  const outline = await pdf.getOutline()
  expect(outline[0]?.title).toBe('On paper')
  const items = (outline[0]?.items ?? []) as readonly { readonly title: string }[]
  expect(items.map(({ title }) => title)).toEqual(['The first part', 'The second part', 'Notes'])
  // Tagged: what is read aloud knows headings from paragraphs.
  const tags = JSON.stringify(await (await pdf.getPage(1)).getStructTree())
  expect(['"H1"', '"H2"', '"P"'].filter((tag) => !tags.includes(tag))).toEqual([])
})
