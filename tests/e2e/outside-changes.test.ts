import { valueOf } from '../support/value-of.ts'
import { expect, test } from './support/offprint-test.ts'

/** Longest that a change made elsewhere may stay unseen, milliseconds; busy machines get the same. */
const SEEN = { timeout: 3_000 }

test('What the command line does while the window is open is seen in it', async ({ program, openWindow }) => {
  await program.run(
    'import',
    program.file('first.txt', 'The first one\n\nIt stands here so that the list has a row.\n'),
  )
  const window = await openWindow()
  const { page } = window
  await expect(page.getByRole('option', { name: 'The first one' })).toBeVisible()

  await test.step('an import', async () => {
    await program.run('import', program.file('second.txt', 'The second one\n\nIt came in from the command line.\n'))
    await expect(page.getByRole('option', { name: 'The second one' })).toBeVisible(SEEN)
    await expect(page.getByRole('button', { name: 'Library 2' })).toBeVisible(SEEN)
  })
  const second = (await window.articles()).find(({ title }) => title === 'The second one')
  if (second === undefined) throw new Error('the second one is not in the archive')

  await test.step('a tag', async () => {
    await program.run('tag', 'from-outside', second.uid)
    await expect(page.getByRole('navigation').getByRole('button', { name: 'from-outside 1' })).toBeVisible(SEEN)
  })

  await test.step('a collection', async () => {
    await program.run('collect', 'Work/Outside', second.uid)
    await expect(page.getByRole('treeitem', { name: 'Work, 1 article' })).toBeVisible(SEEN)
  })

  await test.step('a note, in the open list of notes', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await expect(page.getByRole('heading', { name: 'Notes', level: 1 })).toBeVisible()
    await program.run('note', second.uid, 'Written outside')
    await expect(page.getByRole('main').getByText('Written outside')).toBeVisible(SEEN)
    await page.keyboard.press('g')
    await page.keyboard.press('l')
  })

  await test.step('the Trash, and back out of it', async () => {
    await program.run('trash', second.uid)
    await expect(page.getByRole('option', { name: 'The second one' })).toHaveCount(0, SEEN)
    await expect(page.getByRole('button', { name: 'Trash 1' })).toBeVisible(SEEN)
    await program.run('undo')
    await expect(page.getByRole('option', { name: 'The second one' })).toBeVisible(SEEN)
  })

  await test.step('the window can change it still', async () => {
    await page.getByRole('option', { name: 'The second one' }).click()
    await page.keyboard.press('s')
    await expect(page.getByRole('button', { name: 'Starred 1' })).toBeVisible()
    const { starred } = valueOf(await window.client.request('article.get', { uid: second.uid, version: null }))
    expect(starred).toBe(true)
  })
})
