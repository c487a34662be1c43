import { expect, test } from '../support/offprint-test.ts'

const STORY =
  '<p>The bridge of iron was built in a single summer by men from the hills, and nobody drowned.</p>'.repeat(8)
const LETTER = '<p>A reader remembers the ferry that went before the bridge, its bell, and the price of a crossing.</p>'
const PAGE = `<!doctype html><html lang="en"><head><title>The bridge of iron</title></head><body>
<article><h1>The bridge of iron</h1>${STORY}</article><section id="letters"><h2>Letters</h2>${LETTER.repeat(3)}</section></body></html>`

test('Another part of the page is chosen as the article by keyboard alone, and undo brings the text back', async ({
  program,
  openWindow,
  complaints,
}) => {
  // The browser tells of every script that the sandbox of the original keeps from running.
  complaints.allow(/./)
  program.file('page/page.html', PAGE)
  await program.run('import', `${program.home}/page`)
  const { page } = await openWindow()
  await page.getByRole('option', { name: 'The bridge of iron' }).click()
  await page.keyboard.press('Enter')
  const text = page.frameLocator('iframe.article-frame.is-ready').locator('body')
  await expect(text).toContainText('nobody drowned')
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('choose what is the article')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Choose what is the article' })
  const parts = dialog.getByRole('listbox', { name: 'Parts of the page' })
  await expect(parts).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(parts.getByRole('option', { selected: true })).toContainText('article')
  await page.keyboard.press('ArrowLeft')
  await expect(parts.getByRole('option', { selected: true })).toContainText('body')
  await parts.getByRole('option', { name: 'section#letters' }).hover()
  await expect(dialog.getByRole('region', { name: 'How it begins' })).toContainText('remembers the ferry')
  await expect(dialog.locator('iframe[sandbox=""]')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(text).toContainText('remembers the ferry')
  await expect(text).not.toContainText('nobody drowned')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text).toContainText('nobody drowned')
})
