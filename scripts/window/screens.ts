import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from '@playwright/test'
import { findChromium } from '../find-chromium.ts'
import { startHost } from '../running-host.ts'
import { openSample, VIEWS, WELCOME, type ShownView } from './shown-views.ts'

/** Every view of the built window with the sample, as pictures. `npm run screens -- [--to FOLDER] [--only NAME]`. */
const LARGE = { width: 1440, height: 900 }
/** The smallest window that the list beside the article must stand in. */
const SMALL = { width: 1000, height: 700 }
/** How long a view may take to come to rest after it is there: fonts, pictures, transitions; milliseconds. */
const REST = 700

const { values } = parseArgs({
  options: { to: { type: 'string', default: 'docs/screens' }, only: { type: 'string' } },
})
const folder = resolve(values.to)
const home = mkdtempSync(join(tmpdir(), 'offprint-screens-'))
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: findChromium() ?? 'chromium',
  chromiumSandbox: process.getuid?.() !== 0,
})
const host = await startHost({ home, archive: null })
try {
  await takeAll(browser)
} finally {
  await browser.close()
  await host.stop()
  rmSync(home, { recursive: true, force: true })
}

async function takeAll(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: LARGE, reducedMotion: 'reduce' })
  page.setDefaultTimeout(15_000)
  await page.goto(host.url())
  const take = async ({ name, show }: ShownView): Promise<void> => {
    if (values.only !== undefined && values.only !== name && name !== WELCOME.name) return
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await show(page)
      await page.mouse.move(0, 0)
      await page.waitForTimeout(REST)
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) })
    }
  }
  await take(WELCOME)
  await openSample(page)
  for (const view of VIEWS) {
    try {
      await take(view)
    } catch (error) {
      // One view that does not come must not keep the others from being seen.
      console.error(`${view.name}: ${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    }
  }
  await page.setViewportSize(SMALL)
  const library = VIEWS.find(({ name }) => name === 'library')
  if (library !== undefined) await take({ ...library, name: 'library-small' })
}
