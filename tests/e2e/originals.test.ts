import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/offprint-test.ts'
import { seenColours } from './support/seen-colours.ts'
import { solidPng, type Rgb } from './support/solid-png.ts'

const FONT = join(
  import.meta.dirname,
  '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
)
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

/** A page as browsers save it whole: everything it shows lies in a folder beside it. */
const SAVED = `<!doctype html><html><head><title>A page saved whole</title>
<link rel="stylesheet" href="./Saved_files/look.css"></head><body>
<div class="stripe" id="styled"></div>
<img class="stripe" src="./Saved_files/blue%20one.png" alt="">
<div class="stripe" id="imported"></div>
<div class="stripe" style="background: url('Saved_files/magenta.png')"></div>
<div class="stripe" id="nested"></div>
<img class="stripe" src="./Saved_files/drawing.svg" alt="">
<div class="stripe" id="gone">Letters in a font of its own</div>
<article><h1>A page saved whole</h1>${'<p>The words of the article stand below what the page shows of itself, and there are enough of them.</p>'.repeat(12)}</article>
</body></html>`
const LOOK = `@import "sub/more.css"; @import "http://outside.example/more.css"; body { margin: 0 } .stripe { display: block; width: 240px; height: ${STRIPE}px }
#styled { background: rgb(${LIME.join()}) } @font-face { font-family: own; src: url("own.woff2") }
#gone { background: white url("gone.png"); font-family: own; color: white }`
const MORE = `@import url(//outside.example/chain.css); #imported { background: rgb(${YELLOW.join()}) }
#gone { border-image: url(http://outside.example/a.gif) 9; mask: url(https://outside.example/b.svg#c) } #nested { background: url(../cyan.png) }`
/** A drawing that is more than a drawing: shown as a picture, it paints and nothing else. */
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="${STRIPE}"><style>@import url(http://outside.example/d.css)</style>
<rect width="240" height="${STRIPE}" fill="rgb(${LIME.join()})"/><image href="http://outside.example/e.gif" width="9" height="9"/>
<script>document.documentElement.innerHTML = ''; console.error('ran')</script></svg>`

test('What lay in files beside a page is seen in its original: styles, their styles, pictures and fonts', async ({
  program,
  openWindow,
}) => {
  program.file('page/Saved.html', SAVED)
  program.file('page/Saved_files/look.css', LOOK)
  program.file('page/Saved_files/sub/more.css', MORE)
  program.file('page/Saved_files/blue one.png', solidPng(BLUE))
  program.file('page/Saved_files/magenta.png', solidPng(MAGENTA))
  program.file('page/Saved_files/cyan.png', solidPng(CYAN))
  program.file('page/Saved_files/drawing.svg', DRAWING)
  program.file('page/Saved_files/own.woff2', readFileSync(FONT))
  await program.run('import', `${program.home}/page`)
  const { page } = await openWindow()
  const fonts: number[] = []
  page.on('response', (response) => {
    if (response.headers()['content-type'] === 'font/woff2' && response.url().includes('/o/'))
      fonts.push(response.status())
  })
  await page.getByRole('option', { name: 'A page saved whole' }).click()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Original' }).click()
  const original = page.locator('iframe[sandbox=""]')
  await original.waitFor()
  const middles = Array.from({ length: 7 }, (_, stripe) => [120, stripe * STRIPE + STRIPE / 2] as const)
  await expect.poll(() => seenColours(original, middles)).toEqual([LIME, BLUE, YELLOW, MAGENTA, CYAN, LIME, WHITE])
  expect(fonts).toEqual([200])
})
