import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { hasSharedData, sharedData } from '../support/shared-data.ts'
import { valueOf } from '../support/value-of.ts'
import { dropFiles } from './support/drop-files.ts'
import { expect, test } from './support/offprint-test.ts'

/** The newspaper's text where it lies beside the checkout, else one of our own in the same shape. */
function newspaperText(file: (name: string, content: string) => string): string {
  const [real] = hasSharedData ? globSync(sharedData('articles/*.txt')) : []
  return real ?? file('harbour.txt', OWN_TEXT)
}

const OWN_TEXT = `The Harbour CourierNews from the quays since 1871

Ferry returns to the northern islands after eleven years

The first boat left at dawn with forty passengers and a brass band.

By Ada Moreau

The ferry to the northern islands sails again. It left the old quay at six in the morning, with forty people on board.

For eleven years the islands could be reached only by the mail plane, and in winter often not at all.

The harbour office counts on two sailings a day until October, and on one after that.
`

test('From the first run to an export and over a restart', async ({ program, openWindow }) => {
  test.setTimeout(100_000)
  const text = newspaperText(program.file)
  const window = await openWindow()
  const { page } = window

  await test.step('import by drop', async () => {
    await expect(page.getByRole('heading', { name: 'What would you like to keep?' })).toBeVisible()
    await dropFiles(page, [text])
    await expect(page.getByText('The import is complete')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('button', { name: 'Library 1' })).toBeVisible()
  })
  const [article] = await window.articles()
  if (article === undefined) throw new Error('nothing came in')
  const title = article.title ?? article.label ?? ''

  await test.step('read', async () => {
    await page
      .getByRole('button', { name: /^Library/ })
      .first()
      .click()
    await page.getByRole('option', { name: title }).click()
    await page.keyboard.press('Enter')
    await articleInReader(page)
  })

  await test.step('highlight by keyboard only, with a note', async () => {
    await page.keyboard.press('F7')
    await page.keyboard.press('Shift+Control+ArrowRight')
    await page.keyboard.press('Shift+Control+ArrowRight')
    await expect(page.getByText('Copy with citation')).toBeVisible()
    await page.keyboard.press('2')
    await expect.poll(async () => (await highlightsOf()).length).toBe(1)
    await page.keyboard.press('n')
    await page.keyboard.type('Ask about the ferry')
    await page.keyboard.press('Control+Enter')
    await expect.poll(async () => (await highlightsOf())[0]?.note).toBe('Ask about the ferry')
    expect((await highlightsOf())[0]?.color).toBe('green')
  })

  await test.step('search, and jump to the hit', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: /^Library/ })
      .first()
      .click()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('note:ferry')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'Results' }).getByText('Ask about the ferry')).toBeVisible()
    await page.getByRole('list', { name: 'Results' }).getByRole('link').last().click()
    await articleInReader(page)
  })

  await test.step('export Markdown', async () => {
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: /^Library/ })
      .first()
      .click()
    await page.getByRole('option', { name: title }).click()
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await dialog.getByRole('textbox').last().fill(join(program.home, 'notes'))
    await dialog.getByRole('button', { name: /^Export/ }).click()
    await expect.poll(() => globSync(join(program.home, 'notes/**/*.md')).length, { timeout: 30_000 }).toBe(1)
    const [file] = globSync(join(program.home, 'notes/**/*.md'))
    expect(readFileSync(file ?? '', 'utf8')).toContain('Ask about the ferry')
  })

  await test.step('restart: all is there', async () => {
    await window.close()
    await page.close()
    await program.stop()
    expect(existsSync(program.archive)).toBe(true)
    const again = await openWindow()
    await expect(again.page.getByRole('option', { name: title })).toBeVisible()
    const { annotations } = valueOf(await again.client.request('article.get', { uid: article.uid, version: null }))
    expect(annotations.map(({ note }) => note)).toEqual(['Ask about the ferry'])
  })

  async function highlightsOf() {
    return valueOf(await window.client.request('article.get', { uid: article!.uid, version: null })).annotations
  }
})

/** Waits for the reader with an article's text in its frame. */
async function articleInReader(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Side by side' }).waitFor()
  await page.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].some(
      (frame) => (frame.contentDocument?.querySelector('article')?.textContent ?? '') !== '',
    ),
  )
}
