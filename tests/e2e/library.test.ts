import type { Page } from '@playwright/test'
import { valueOf } from '../support/value-of.ts'
import { expect, test } from './support/offprint-test.ts'
import type { OpenedWindow } from './support/opened-window.ts'

const ROWS = 400
const QUOTED = 'the “long” "read" / 2'

/** Articles enough to scroll in, brought in while the window looks on. */
async function bringMany(
  { runJob }: OpenedWindow,
  file: (name: string, content: string) => string,
  titles: readonly string[],
): Promise<void> {
  const lines = titles.map((title) => JSON.stringify({ id: title, title, text: `${title}. ${WORDS}` }))
  const path = file(`${titles[0] ?? ''}.jsonl`, lines.join('\n'))
  const options = { base: null, collection: [], tags: [], format: null, dryRun: false, report: 'failed' } as const
  await runJob('import.run', { paths: [path], ...options })
}

const WORDS = 'The river rose for nine days and nobody opened the gates, as each office wrote that another should.'
const numbered = (word: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${index}`)

/** Titles in sight with where they stand, CSS pixels. */
function inSight(page: Page): Promise<readonly { readonly title: string; readonly top: number }[]> {
  return page.getByRole('listbox').evaluate((list) => {
    const box = list.closest('.list')?.getBoundingClientRect()
    if (box === undefined) return []
    const rows = [...list.querySelectorAll('[role=option]')].map((row) => ({
      title: row.querySelector('h2, h3, .title')?.textContent.trim() ?? '',
      top: Math.round(row.getBoundingClientRect().top),
    }))
    return rows.filter(({ top }) => top >= box.top && top < box.bottom).toSorted((a, b) => a.top - b.top)
  })
}

test('what is in sight stays where it is when articles come in above it', async ({ openSampleWindow, program }) => {
  const window = await openSampleWindow()
  const { page } = window
  await bringMany(window, program.file, numbered('Old', ROWS))
  await expect(page.getByRole('button', { name: `Library ${ROWS + 12}` })).toBeVisible()
  await page.locator('.list').evaluate((list) => list.scrollTo({ top: 9000 }))
  // At rest: the same rows twice in a row.
  let last = ''
  await expect
    .poll(async () => {
      const [now, then] = [JSON.stringify(await inSight(page)), last]
      last = now
      return now === then && now !== '[]'
    })
    .toBe(true)
  const before = await inSight(page)
  expect(before.length).toBeGreaterThan(3)
  await bringMany(window, program.file, numbered('New', 37))
  await expect(page.getByRole('navigation', { name: 'Archive' })).toContainText(String(ROWS + 37 + 12))
  await page.waitForTimeout(500)
  const after = await inSight(page)
  expect(after.map(({ title }) => title)).toEqual(before.map(({ title }) => title))
  expect(Math.abs((after[0]?.top ?? 0) - (before[0]?.top ?? 0))).toBeLessThan(4)
})

test('Space pages the article beside the list to its end, then goes on to the next', async ({ openSampleWindow }) => {
  const { page } = await openSampleWindow()
  const first = page.getByRole('option').first()
  await first.click()
  const text = page.getByRole('region', { name: 'Article', exact: true })
  await expect.poll(() => text.evaluate((pane) => pane.scrollHeight > pane.clientHeight * 2)).toBe(true)
  const scrolled: number[] = []
  for (let presses = 0; presses < 40 && (await first.getAttribute('aria-selected')) === 'true'; presses++) {
    scrolled.push(await text.evaluate((pane) => pane.scrollTop))
    await page.keyboard.press('Space')
    await page.waitForTimeout(60)
  }
  expect(scrolled.length).toBeGreaterThan(2)
  expect(scrolled).toEqual(scrolled.toSorted((a, b) => a - b))
  await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect.poll(() => text.evaluate((pane) => pane.scrollTop)).toBe(0)
})

test('Escape from the reader gives the focus back to the row it was opened from', async ({ openSampleWindow }) => {
  const { page } = await openSampleWindow()
  await page.getByRole('option').nth(3).click()
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'Notes in the margin' }).waitFor()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option').nth(3)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option').nth(4)).toBeFocused()
})

test('wherever one goes and comes back from, the next key finds something to act on', async ({ openSampleWindow }) => {
  const { page } = await openSampleWindow()
  const row = (index: number) => page.getByRole('option').nth(index)
  await expect(row(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(row(1)).toBeFocused()
  await page.keyboard.press('Enter')
  const text = page.getByRole('region', { name: 'Text', exact: true })
  await expect(text).toBeFocused()
  // Reading on, the row that one comes back to is that of the article read last.
  const heading = page.locator('main h1')
  await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
  const opened = (await heading.textContent()) ?? ''
  await page.keyboard.press('j')
  await expect(heading).not.toHaveText(opened)
  await page.keyboard.press('Escape')
  await expect(row(2)).toBeFocused()
  for (const [keys, view] of [
    ['gn', 'Notes'],
    ['gt', 'Trash'],
  ] as const) {
    for (const key of keys) await page.keyboard.press(key)
    await expect(page.getByRole('heading', { name: view, level: 1 })).toBeVisible()
    await expect(page.locator('[data-view-focus]:focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(row(2)).toBeFocused()
  }
  for (const key of ['Control+k', 'Control+,', 'i']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(row(2), `after ${key}`).toBeFocused()
  }
})

test('a row dragged onto a tag gets it, and a tag with quotation marks lists what has it', async ({
  openSampleWindow,
}) => {
  const { page, client, articles } = await openSampleWindow()
  const [one, other] = await articles()
  valueOf(await client.request('article.tag', { articles: [one?.uid ?? other!.uid], tag: QUOTED, present: true }))
  await page.getByRole('button', { name: /^All \d+ tags/ }).click()
  const tag = page.getByRole('navigation').getByRole('button', { name: QUOTED })
  await page.getByRole('option').nth(2).dragTo(tag)
  await expect(page.getByText(`2`, { exact: true }).and(tag.locator('*'))).toBeVisible()
  await tag.click()
  await expect(page.getByRole('heading', { level: 1, name: `#${QUOTED}` })).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(2)
})

test('in a narrow window the sidebar stands over the list and goes when it is done with', async ({
  openSampleWindow,
}) => {
  const { page } = await openSampleWindow()
  await page.setViewportSize({ width: 860, height: 600 })
  const sidebar = page.getByRole('navigation', { name: 'Archive' })
  await expect(sidebar).toBeHidden()
  const list = await page.getByRole('listbox').boundingBox()
  const opener = page.getByRole('button', { name: 'Show the sidebar' })
  await opener.click()
  await expect(sidebar).toBeVisible()
  expect(await page.getByRole('listbox').boundingBox()).toEqual(list)
  await page.keyboard.press('Escape')
  await expect(sidebar).toBeHidden()
  await expect(opener).toBeFocused()
  await opener.click()
  await sidebar.getByRole('button', { name: /^Notes/ }).click()
  await expect(page.getByRole('heading', { name: 'Notes', level: 1 })).toBeVisible()
  await expect(sidebar).toBeHidden()
})

test('a window with the dark theme is dark before any script has run, on a light system too', async ({
  openWindow,
}) => {
  const { page, client, contentBase } = await openWindow()
  valueOf(await client.request('host.saveSettings', { settings: { theme: 'dark' } }))
  const bare = await page.context().browser()!.newContext({ javaScriptEnabled: false, colorScheme: 'light' })
  const without = await bare.newPage()
  await without.goto(new URL('/', contentBase).href)
  const ground = await without.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await bare.close()
  const [, red = '255'] = /rgb\((\d+)/.exec(ground) ?? []
  expect(Number(red)).toBeLessThan(60)
})
