import { expect, test } from './support/offprint-test.ts'
import { seenColours } from './support/seen-colours.ts'
import { solidPng, type Rgb } from './support/solid-png.ts'

const LIME: Rgb = [0, 255, 0]
const MAGENTA: Rgb = [255, 0, 255]
const BLUE: Rgb = [0, 0, 255]
const YELLOW: Rgb = [255, 255, 0]
const CYAN: Rgb = [0, 255, 255]
const WHITE: Rgb = [255, 255, 255]
/** How high each stripe of the page is, CSS pixels. */
const STRIPE = 60

const inPage = (color: Rgb): string => `data:image/png;base64,${solidPng(color).toString('base64')}`

/** Stripes that stand only when styles and pictures work, one that scripts would paint, then an article. */
const PAGE = `<!doctype html><html><head><title>A page with looks</title><style>
  body { margin: 0 } .stripe { display: block; width: 240px; height: ${STRIPE}px }
  #styled { background: rgb(${LIME.join()}) }
  #painted { background: url(${inPage(CYAN)}) }
</style></head><body>
<div class="stripe" id="styled"></div>
<img class="stripe" src="${inPage(BLUE)}" alt="">
<div class="stripe" style="background: rgb(${YELLOW.join()})"></div>
<div class="stripe" id="painted"></div>
<div class="stripe" id="scripted"></div>
<script>document.getElementById('scripted').style.background = 'red'</script>
<img src="http://outside.example/tracker.gif" alt=""><link rel="stylesheet" href="http://outside.example/look.css">
<article><h1>A page with looks</h1><figure><img src="magenta.png" alt="Magenta" width="400" height="300"><figcaption>Kept beside the page</figcaption></figure>${'<p>The words of the article stand below what the page shows of itself, and there are enough of them.</p>'.repeat(12)}</article>
</body></html>`

test('Styles and pictures of an original are seen, its scripts and what lies outside are not', async ({
  program,
  openWindow,
  complaints,
}) => {
  complaints.allow(/./)
  program.file('page/magenta.png', solidPng(MAGENTA, 400))
  program.file('page/page.html', PAGE)
  await program.run('import', `${program.home}/page`)
  const { page } = await openWindow()
  await page.getByRole('option', { name: 'A page with looks' }).click()
  await page.keyboard.press('Enter')
  const reader = page.locator('iframe.article-frame.is-ready')
  await expect.poll(() => reader.evaluate(widthsOfPictures), 'the picture that lay beside the page').toEqual([400])
  await page.getByRole('radio', { name: 'Original' }).click()
  const original = page.locator('iframe[sandbox=""]')
  await original.waitFor()
  const middles = Array.from({ length: 5 }, (_, stripe) => [120, stripe * STRIPE + STRIPE / 2] as const)
  await expect.poll(() => seenColours(original, middles)).toEqual([LIME, BLUE, YELLOW, CYAN, WHITE])
  // An origin of its own: not even the window can reach into it.
  expect(await original.evaluate((frame: HTMLIFrameElement) => frame.contentDocument)).toBeNull()
})

function widthsOfPictures(frame: Element): readonly number[] {
  const { contentDocument } = frame as HTMLIFrameElement
  return [...(contentDocument?.images ?? [])].map(({ naturalWidth }) => naturalWidth)
}
