import { performance } from 'node:perf_hooks'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/find-chromium.ts'
import { startHost, type HostPlace } from '../../scripts/running-host.ts'
import type { MarkedArticle } from './marked-article.ts'
import { firstRowsAt, watchFirstRows } from './watch-first-rows.ts'
import { markedAfter, watchMarking } from './watch-marking.ts'
import { openingOf, watchOpening } from './watch-opening.ts'

/** Times of one opening of the window, milliseconds. */
export interface WindowTimes {
  /** From starting the program to its address. */
  readonly hostReady: number
  /** From following the address to the first rows of the list, painted. */
  readonly firstRows: number
  /** From starting the program to the first rows; Chromium runs already. */
  readonly startToRows: number
  /** From pressing End to the last row of the list, from the other end of the archive. */
  readonly listJump: number
  /** From pressing Enter to the article with all its highlights painted. */
  readonly openArticle: number
  /** Of that: from the text being there to the highlights painted. */
  readonly paintMarks: number
  /** From pressing a pen's key to one highlight more painted. */
  readonly markOne: number
}

/** The times with what they are in words. */
export const WINDOW_STEPS: readonly (readonly [step: keyof WindowTimes, what: string])[] = [
  ['hostReady', 'start: program to its address'],
  ['firstRows', 'start: address to first rows'],
  ['startToRows', 'start to usable window'],
  ['listJump', 'list: jump to the other end'],
  ['openArticle', 'open the long article, highlights painted'],
  ['paintMarks', 'of that, from its text to the highlights'],
  ['markOne', 'one highlight more, from the key to its paint'],
]

/** What is opened. */
export interface WindowInput extends HostPlace {
  readonly archive: string
  readonly article: MarkedArticle
}

/** Starts host and window, does what is measured, ends both. */
export async function measureWindow({ home, archive, article }: WindowInput): Promise<WindowTimes> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    chromiumSandbox: process.getuid?.() !== 0,
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(watchFirstRows, article.title)
  const began = performance.now()
  const host = await startHost({ home, archive })
  try {
    const hostReady = performance.now() - began
    await page.goto(host.url(), { waitUntil: 'commit' })
    const startToRows = (await page.evaluate(firstRowsAt)) - performance.timeOrigin - began
    const listJump = await jump(page, article)
    const { whole, painting } = await open(page, article)
    const markOne = await mark(page)
    return {
      hostReady,
      firstRows: startToRows - hostReady,
      startToRows,
      listJump,
      openArticle: whole,
      paintMarks: painting,
      markOne,
    }
  } finally {
    await browser.close()
    await host.stop()
  }
}

async function jump(page: Page, { title }: MarkedArticle): Promise<number> {
  const first = page.getByRole('option', { name: title })
  await first.click()
  const count = Number(await first.getAttribute('aria-setsize'))
  const last = page.locator(`[role=option][aria-posinset="${String(count)}"] .title`)
  const time = await timed(async () => {
    await page.keyboard.press('End')
    await last.waitFor()
  })
  await page.keyboard.press('Home')
  await first.waitFor()
  return time
}

async function open(
  page: Page,
  { places }: MarkedArticle,
): Promise<{ readonly whole: number; readonly painting: number }> {
  await page.evaluate(watchOpening, places.length)
  await page.keyboard.press('Enter')
  return page.evaluate(openingOf)
}

/** Marks a passage; each opening adds one. */
async function mark(page: Page): Promise<number> {
  await page.evaluate(watchMarking)
  await page.getByRole('toolbar', { name: 'Selected text' }).waitFor()
  await page.keyboard.press('1')
  return page.evaluate(markedAfter)
}

async function timed(act: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}
