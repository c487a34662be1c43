import type { Page } from '@playwright/test'
import { aPdf, pdfLines } from '../support/a-pdf.ts'
import { valueOf } from '../support/value-of.ts'
import { expect, test } from './support/offprint-test.ts'

const FIRST = [
  'The weir at Harrowmere was built by people who left no',
  'record of themselves but the stones, and the stones were',
  'moved twice before anybody thought of counting them.',
]
const SECOND = [
  'A key hung on a nail beside the door of the mill, and',
  'whoever needed water took it down and put it back.',
]
const PLACE = { x: 72, y: 660, size: 12 }

test.beforeEach(() => test.setTimeout(120_000))

test('A PDF is drawn page by page, and words marked on a page are marked in the article', async ({
  program,
  openWindow,
}) => {
  const title = [{ x: 72, y: 720, size: 22, text: 'The weir that nobody owns' }]
  const pages = [[...title, ...pdfLines(FIRST, PLACE, 18)], pdfLines(SECOND, PLACE, 18)]
  program.file('weir.pdf', Buffer.from(aPdf(pages, { Title: 'The weir that nobody owns' })))
  await program.run('import', `${program.home}/weir.pdf`)
  const { page, client } = await openWindow()
  await page.getByRole('option', { name: 'The weir that nobody owns' }).click()
  await page.keyboard.press('Enter')
  await page.locator('iframe.article-frame.is-ready').waitFor()
  await page.getByRole('radio', { name: 'Original' }).click()

  const first = page.getByRole('region', { name: 'Page 1 of 2' })
  const line = first.getByText(FIRST[1] ?? '')
  await line.waitFor()
  expect(await inkOf(page), 'what is drawn on the first page').toBeGreaterThan(500)
  const box = await line.boundingBox()
  if (box === null) throw new Error('the line has no place')
  await page.mouse.move(box.x + 1, box.y + box.height / 2)
  await page.mouse.down()
  // Beside the words of the line a selection stays where it is.
  await page.mouse.move(box.x + box.width + 60, box.y + box.height / 2, { steps: 6 })
  await page.mouse.up()
  await expect(page.getByRole('toolbar', { name: 'Selected text' }).last()).toBeVisible()
  await page.keyboard.press('2')

  await expect.poll(() => page.evaluate(() => CSS.highlights.get('pdf-green')?.size ?? 0)).toBe(1)
  const list = { text: '', colors: [], tag: null, collection: [], group: 'article', limit: 9, offset: 0 } as const
  const kept = async () => {
    const { rows } = valueOf(await client.request('annotation.list', list))
    return rows.map(({ annotation, start }) => ({ words: annotation.quote?.exact, isPlaced: start !== null }))
  }
  await expect.poll(kept).toEqual([{ words: FIRST[1], isPlaced: true }])

  // Finding looks in the text, which comes beside the pages; what it is at is marked on them too, page by page.
  await page.keyboard.press('Control+f')
  await page.keyboard.type('needed water')
  await expect(page.getByText('1 of 1')).toBeVisible()
  await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
  await expect.poll(() => foundOn(page)).toEqual({ words: 'needed water', page: 'Page 2 of 2' })
})

/** What finding has come to on the pages; null while nothing is. */
function foundOn(page: Page): Promise<{ readonly words: string; readonly page: string | null | undefined } | null> {
  return page.evaluate(() => {
    const [range] = CSS.highlights.get('pdf-found') ?? []
    if (range === undefined) return null
    const sheet = range.startContainer.parentElement?.closest('.pdf-page')
    return { words: (range as Range).toString(), page: sheet?.getAttribute('aria-label') }
  })
}

/** Dark pixels on the first page that is drawn. */
function inkOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.pdf-page canvas')
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let dark = 0
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 100 && pixels[at + 3] === 255) dark++
    return dark
  })
}
