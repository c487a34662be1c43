import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findChromium } from '../find-chromium.ts'
import { startHost } from '../running-host.ts'
import { answerForDesktop, desktopViews } from './desktop-views.ts'
import { bringGiven } from './given-files.ts'
import { GIVEN_VIEWS, NO_NEAR_DUPLICATES } from './given-views.ts'
import { MORE_VIEWS } from './more-views.ts'
import { openSample, showLibrary, VIEWS, WELCOME, type ShownView } from './shown-views.ts'

/**
 * Every view of the built window with the sample, as pictures.
 * `npm run screens -- [--to FOLDER] [--only NAME,NAME] [--themes light,dark,sepia] [--small]`; small = all of them, not the library
 * alone, in the small window too.
 */
const LARGE = { width: 1440, height: 900 }
/** The smallest window that the list beside the article must stand in. */
const SMALL = { width: 1000, height: 700 }
/** How long a view may take to come to rest after it is there: fonts, pictures, transitions; milliseconds. */
const REST = 700

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: 'docs/screens' },
    only: { type: 'string' },
    themes: { type: 'string', default: 'light,dark' },
    small: { type: 'boolean', default: false },
  },
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
  await takeDesktop(browser)
} finally {
  await browser.close()
  await host.stop()
  rmSync(home, { recursive: true, force: true })
}

async function takeAll(browser: Browser): Promise<void> {
  const page = await openPage(browser)
  await page.goto(host.url())
  await take(page, WELCOME)
  await openSample(page)
  const sampleViews = [...VIEWS, ...MORE_VIEWS, NO_NEAR_DUPLICATES]
  for (const view of sampleViews) await take(page, view)
  await bringGiven(browser, home)
  for (const view of GIVEN_VIEWS) await take(page, view)
  const views = [...sampleViews, ...GIVEN_VIEWS]
  await page.setViewportSize(SMALL)
  for (const view of views.filter(({ name }) => values.small || name === 'library')) {
    await take(page, { ...view, name: `${view.name}-small` })
  }
}

/** What the desktop application alone shows, with answers that stand in for its own. */
async function takeDesktop(browser: Browser): Promise<void> {
  const page = await openPage(browser)
  const answer = await answerForDesktop(page)
  await page.goto(host.url())
  for (const view of desktopViews(answer)) await take(page, view)
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: LARGE, reducedMotion: 'reduce' })
  page.setDefaultTimeout(15_000)
  return page
}

async function take(page: Page, { name, show }: ShownView): Promise<void> {
  if (values.only !== undefined && !values.only.split(',').includes(name) && name !== WELCOME.name) return
  try {
    for (const theme of values.themes.split(',')) {
      await choose(page, theme)
      await show(page)
      await page.mouse.move(0, 0)
      await page.waitForTimeout(REST)
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`) })
    }
  } catch (error) {
    // One view that does not come must not keep the others from being seen.
    console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

/** Light and dark as the system says it; sepia, which no system knows, by the command, where there is an archive to keep it. */
async function choose(page: Page, theme: string): Promise<void> {
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light', reducedMotion: 'reduce' })
  if (!values.themes.includes('sepia') || (await page.getByRole('navigation', { name: 'Archive' }).count()) === 0)
    return
  await showLibrary(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(theme === 'sepia' ? 'Sepia theme' : 'Theme of the system')
  await page.keyboard.press('Enter')
}
