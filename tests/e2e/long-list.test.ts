import type { Page } from '@playwright/test'
import { valueOf } from '../support/value-of.ts'
import { watchBlankRows, type BlankReport } from './support/blank-rows.ts'
import { LARGE, placeLargeArchive } from './support/large-archive.ts'
import { expect, test } from './support/offprint-test.ts'

/** Longest that a row may stand empty on an idle machine, milliseconds. */
const BUDGET = 100
/** Tests run beside others, on machines that are busy: what is within the budget there is within three times here. */
const PATIENCE = 3

test.beforeEach(async ({ program }) => {
  test.setTimeout(LARGE > 10_000 ? 600_000 : 240_000)
  await placeLargeArchive(program.archive)
})

test(`Scrolling ${LARGE} articles by wheel and by keyboard leaves no row empty`, async ({ openWindow }) => {
  const { page } = await openWindow()
  await expect(page.getByRole('option').first()).toBeVisible()
  const reports = new Map<string, BlankReport>()
  const watch = async (what: string, act: () => Promise<void>): Promise<void> => {
    const report = await watchBlankRows(page, act)
    reports.set(what, report)
    const { longest, frames, slowestFrame } = report
    const told = `empty for ${longest.toFixed(0)} ms at most, ${frames} frames, slowest ${slowestFrame.toFixed(0)} ms`
    console.log(`  ${what}: ${told}`)
  }

  await watch('wheel', async () => {
    await page.mouse.move(450, 500)
    for (let turn = 0; turn < 60; turn++) {
      await page.mouse.wheel(0, 400)
      await page.waitForTimeout(25)
    }
  })
  await watch('wheel back', async () => {
    for (let turn = 0; turn < 60; turn++) {
      await page.mouse.wheel(0, -400)
      await page.waitForTimeout(25)
    }
  })
  await page.getByRole('option').first().click()
  await watch('Page Down', async () => {
    for (let press = 0; press < 40; press++) await pressAndRest(page, 'PageDown', 60)
  })
  await watch('End', async () => {
    await pressAndRest(page, 'End', 1_500)
  })
  await expect(page.locator(`[role=option][aria-posinset="${LARGE}"]`)).toBeInViewport()
  await watch('Page Up', async () => {
    for (let press = 0; press < 40; press++) await pressAndRest(page, 'PageUp', 60)
  })
  await watch('Home', async () => {
    await pressAndRest(page, 'Home', 1_500)
  })
  await expect(page.locator('[role=option][aria-posinset="1"]')).toBeInViewport()

  // What the watch would see of a row that stays empty.
  const { longest: control } = await watchBlankRows(page, async () => {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      // Not `display`: rows without a height would all be drawn at once.
      sheet.replaceSync('.list .item { margin-block-start: -9999px }')
      document.adoptedStyleSheets.push(sheet)
    })
    await page.waitForTimeout(600)
  })
  expect(control).toBeGreaterThan(200)

  for (const [what, { longest, frames }] of reports) {
    expect(frames, `frames seen: ${what}`).toBeGreaterThan(15)
    expect(longest, `a row stood empty: ${what}`).toBeLessThan(BUDGET * PATIENCE)
  }
})

test(`All of ${LARGE} articles are selected and tagged, and it is undone`, async ({ openWindow }) => {
  const { page, client } = await openWindow()
  const tagged = async (): Promise<number> => {
    const list = { query: 'tag:everything', sort: 'added', direction: 'down', limit: 1, offset: 0 } as const
    return valueOf(await client.request('article.list', list)).total
  }
  const whole = LARGE.toLocaleString('en')
  await page.getByRole('option').first().click()
  await page.keyboard.press('Control+a')
  await expect(page.getByText(`${whole} selected`)).toBeVisible()
  await page.keyboard.press('t')
  await page.getByRole('combobox', { name: 'Tags' }).fill('everything')
  const began = Date.now()
  await page.keyboard.press('Enter')
  const patience = { timeout: LARGE > 10_000 ? 240_000 : 60_000 }
  await expect(page.getByText(`${whole} articles tagged “everything”`)).toBeVisible(patience)
  console.log(`  ${whole} articles tagged in ${Date.now() - began} ms`)
  expect(await tagged()).toBe(LARGE)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Tags' })).toBeHidden()
  const undone = Date.now()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Taken back')).toBeVisible(patience)
  console.log(`  undone in ${Date.now() - undone} ms`)
  expect(await tagged()).toBe(0)
})

async function pressAndRest(page: Page, key: string, rest: number): Promise<void> {
  await page.keyboard.press(key)
  await page.waitForTimeout(rest)
}
