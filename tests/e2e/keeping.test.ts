import { valueOf } from '../support/value-of.ts'
import { expect, test } from './support/offprint-test.ts'

/** Long enough to be scrolled. */
const LONG = `A long text\n\n${Array.from({ length: 60 }, (_, at) => `Paragraph ${at} goes on about the weather, and then on about the sea. `.repeat(5)).join('\n\n')}\n`

test('What is thrown away waits in the Trash, comes back, and is deleted for ever only when asked', async ({
  program,
  openWindow,
}) => {
  for (const name of ['Stays', 'Returns', 'Goes']) {
    await program.run('import', program.file(`${name}.txt`, `${name}\n\nA text that ${name.toLowerCase()}.\n`))
  }
  const window = await openWindow()
  const { page } = window
  for (const name of ['Returns', 'Goes']) {
    await page.getByRole('option', { name }).click()
    await page.keyboard.press('Delete')
    await expect(page.getByRole('option', { name })).toHaveCount(0)
  }
  await expect(page.getByRole('button', { name: 'Trash 2' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByRole('button', { name: 'Put back “Returns”' }).click()
  await expect(page.getByText('One article was put back')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select “Goes”' }).click()
  await page.getByRole('button', { name: 'Delete for ever' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete one article for ever?' })
  await dialog.getByRole('button', { name: 'Keep in the Trash' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('checkbox', { name: 'Select “Goes”' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete for ever' }).click()
  await dialog.getByRole('button', { name: 'Delete it for ever' }).click()
  await expect(page.getByText('One article was deleted for ever')).toBeVisible()
  await expect(page.getByText('The Trash is empty')).toBeVisible()
  expect((await window.articles()).map(({ title }) => title).toSorted()).toEqual(['Returns', 'Stays'])
  const { stdout } = await program.run('trash', '--json')
  expect(stdout).not.toContain('Goes')
})

test('Theme, density and order of the list survive a restart', async ({ program, openWindow }) => {
  await program.run('import', program.file('one.txt', 'One\n\nA text.\n'))
  const before = await openWindow()
  await before.page.keyboard.press('Control+,')
  await before.page.getByRole('dialog').getByRole('radio', { name: 'Sepia' }).click()
  await expect(before.page.locator('html')).toHaveAttribute('data-theme', 'sepia')
  await before.page.keyboard.press('Escape')
  await before.page.getByRole('radio', { name: 'Compact' }).click()
  await before.page.getByRole('button', { name: /^Date added/ }).click()
  await before.page.getByRole('menuitemcheckbox', { name: 'Title' }).click()
  await expect(before.page.getByRole('button', { name: /^Title/ })).toBeVisible()
  const paper = await before.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await before.page.close()
  await program.stop()

  const { page } = await openWindow()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia')
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(paper)
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked()
  await expect(page.getByRole('button', { name: /^Title/ })).toBeVisible()
})

test('A reload comes back to the article and to the place in it', async ({ program, openWindow }) => {
  await program.run('import', program.file('long.txt', LONG))
  const { page, client, articles } = await openWindow()
  await page.getByRole('option', { name: 'A long text' }).click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'Side by side' })).toBeVisible()
  const pane = page.getByRole('region', { name: 'Text' })
  await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
  await pane.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2))
  const before = await pane.evaluate((element) => element.scrollTop)
  expect(before).toBeGreaterThan(500)
  const [article] = await articles()
  // The place is written a moment after the scrolling has ended.
  await expect
    .poll(async () => {
      const { position } = valueOf(await client.request('article.get', { uid: article!.uid, version: null }))
      return position.furthest?.share ?? 0
    })
    .toBeGreaterThan(0.3)
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Side by side' })).toBeVisible()
  await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
  await expect
    .poll(async () => Math.abs((await pane.evaluate((element) => element.scrollTop)) - before))
    .toBeLessThan(80)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { name: 'A long text' })).toBeVisible()
})
