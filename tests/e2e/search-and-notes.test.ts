import type { Page } from '@playwright/test'
import { expect, test } from './support/offprint-test.ts'

const QUERY = '"ice core" by:lindqvist -antarctica after:2021'

test.beforeEach(() => test.setTimeout(120_000))

/** Opens the palette and searches the full text from there. */
async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(`/${query}`)
  await expect(page.getByRole('option', { selected: true })).toContainText('Search all text')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Search the archive' })).toHaveValue(query)
}

const results = (page: Page) => page.getByRole('list', { name: 'Results' }).locator('> li')

test('A query is found, read and come back to by keyboard alone', async ({ openSampleWindow }) => {
  const window = await openSampleWindow()
  const { page } = window
  await search(page, 'ice')
  await expect(page.getByRole('status').filter({ hasText: 'results in' })).toBeVisible()
  const field = page.getByRole('textbox', { name: 'Search the archive' })
  await field.fill(QUERY)
  await page.keyboard.press('Enter')
  await expect(results(page)).toHaveCount(3)
  await expect(page.getByText('Exact words')).toBeVisible()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('j')
  const title = results(page).nth(1).locator('h2 a')
  await expect(title).toBeFocused()
  const opened = await title.textContent()
  await page.keyboard.press('Enter')
  await expect(results(page)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(results(page).nth(1).locator('h2 a')).toBeFocused()
  expect(await results(page).nth(1).locator('h2 a').textContent()).toBe(opened)

  await page.keyboard.press('Escape')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(QUERY)

  // Dropping a condition runs the query without it.
  await page.getByRole('button', { name: 'Remove Without antarctica' }).click()
  await expect(field).toHaveValue('"ice core" by:lindqvist after:2021')
})

test('Reading goes from result to result in their order, hit by hit, and comes back to the one read last', async ({
  openSampleWindow,
}) => {
  const window = await openSampleWindow()
  const { page } = window
  await search(page, QUERY)
  await expect(results(page)).toHaveCount(3)
  const titles = await results(page).locator('h2').allTextContents()
  await results(page).nth(0).locator('h2 a').click()
  const heading = page.locator('main h1')
  for (const index of [1, 2]) {
    await page.keyboard.press('j')
    await expect(heading).toHaveText((titles[index] ?? '').trim())
  }
  // The last one: there is nothing further.
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(heading).toHaveText((titles[1] ?? '').trim())
  await page.keyboard.press('Escape')
  await expect(results(page).nth(1).locator('h2 a')).toBeFocused()
})

test('The colours of a query stand exactly behind its letters, also while it scrolls', async ({ openSampleWindow }) => {
  const window = await openSampleWindow()
  const { page } = window
  const long = `${QUERY} ${'title:"harbour counts" OR AVATAR -Wave '.repeat(8)}`.trim()
  await search(page, long)
  const field = page.getByRole('textbox', { name: 'Search the archive' })
  await field.press('End')
  await expect
    .poll(() =>
      field.evaluate((input: HTMLInputElement) => {
        const layer = input.parentElement?.querySelector<HTMLElement>('.layer')
        if (layer === null || layer === undefined) throw new Error('no layer')
        return {
          letters: layer.textContent === input.value,
          width: Math.abs(layer.scrollWidth - input.scrollWidth) <= 1,
          place: Math.abs(layer.scrollLeft - input.scrollLeft) <= 1 && input.scrollLeft > 0,
        }
      }),
    )
    .toEqual({ letters: true, width: true, place: true })
})

test('An input method writes into the query without being disturbed', async ({ openSampleWindow, context }) => {
  const window = await openSampleWindow()
  const { page } = window
  await search(page, 'ice')
  const field = page.getByRole('textbox', { name: 'Search the archive' })
  await field.fill('')
  await field.focus()
  const session = await context.newCDPSession(page)
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  for (const text of ['u', 'うみ', '海']) await compose(text)
  const shown = await field.evaluate((input) => getComputedStyle(input).color)
  expect(shown).not.toBe('rgba(0, 0, 0, 0)')
  await session.send('Input.insertText', { text: '海' })
  await expect(field).toHaveValue('海')
  await page.keyboard.press('Enter')
  await expect(results(page)).toHaveCount(1)
})

test('Nothing found names the condition to drop', async ({ openSampleWindow }) => {
  const window = await openSampleWindow()
  const { page } = window
  await search(page, '"ice core" after:2030')
  await expect(page.getByText('Nothing has all of this')).toBeVisible()
  await page.getByRole('button', { name: /Without Published/ }).click()
  await expect(results(page).first()).toBeVisible()
})

test('Notes are narrowed, marked, edited, copied, deleted and brought back', async ({ openSampleWindow, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const window = await openSampleWindow()
  const { page } = window
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  const entries = page.getByRole('list', { name: 'Notes and highlights' }).locator('> li')
  await expect(page.getByRole('status').filter({ hasText: /^32$/ })).toBeVisible()

  await page.getByRole('button', { name: /Red/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '5 of 32' })).toBeVisible()
  await expect(entries).toHaveCount(5)

  const quote = (await entries.first().locator('.hl').textContent()) ?? ''
  await entries.first().getByRole('checkbox', { name: 'Select this note' }).click()
  await page.getByRole('button', { name: /Copy with citations/ }).click()
  await expect(page.getByRole('button', { name: /Copied/ })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(`“${quote}”\n— `)

  await page.keyboard.press('2')
  await expect(page.getByText('1 highlight changed to green.')).toBeVisible()
  await expect(entries).toHaveCount(4)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(entries).toHaveCount(5)

  const second = entries.nth(1)
  await second.getByRole('button', { name: /note/i }).first().click()
  await page.getByRole('textbox', { name: 'Your note' }).fill('<img src=x onerror=alert(1)> & my own words')
  await page.keyboard.press('Control+Enter')
  await expect(second).toContainText('<img src=x onerror=alert(1)> & my own words')
  await expect(second.locator('img')).toHaveCount(0)

  await second.getByRole('checkbox', { name: 'Select this note' }).click()
  await expect(page.getByText('2 selected')).toBeVisible()
  await page.getByRole('button', { name: /^Delete/ }).click()
  await expect(page.getByText('2 notes deleted.')).toBeVisible()
  await expect(entries).toHaveCount(3)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(entries).toHaveCount(5)
})
