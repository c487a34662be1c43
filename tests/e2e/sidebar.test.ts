import type { Locator, Page } from '@playwright/test'
import { valueOf } from '../support/value-of.ts'
import { expect, test } from './support/offprint-test.ts'

const collection = (page: Page, name: string): Locator => page.getByRole('treeitem', { name: new RegExp(`^${name},`) })
const tag = (page: Page, name: string): Locator =>
  page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name} \\d`) })
const row = (page: Page, name: string): Locator => page.getByRole('option', { name })

test.beforeEach(async ({ beginWith }) => {
  await beginWith('greek', async (program) => {
    for (const name of ['Alpha', 'Beta', 'Gamma']) {
      const file = program.file(`${name}.txt`, `${name}\n\nA text of ${name}.\n`)
      await program.run('import', '--tag', name.toLowerCase(), file)
    }
  })
})

test('Collections are made, named, nested, moved and filled, by mouse and by keyboard, and all of it is undone', async ({
  openWindow,
}) => {
  const { page, client } = await openWindow()
  const tree = async (): Promise<unknown> => {
    const { collections } = valueOf(await client.request('archive.overview', {}))
    const shape = (nodes: typeof collections): unknown =>
      nodes.map(({ name, children, articlesBelow }) => [name, articlesBelow, ...(shape(children) as unknown[])])
    return shape(collections)
  }
  const make = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'New collection' }).click()
    await page.getByRole('textbox', { name: 'New collection' }).fill(name)
    await page.keyboard.press('Enter')
    await expect(collection(page, name)).toBeFocused()
  }

  await test.step('made', async () => {
    for (const name of ['One', 'Two', 'Three']) await make(name)
    await expect.poll(tree).toEqual([
      ['One', 0],
      ['Two', 0],
      ['Three', 0],
    ])
  })

  await test.step('renamed by keyboard', async () => {
    await collection(page, 'Three').press('F2')
    await page.getByRole('textbox', { name: 'Rename' }).fill('Drei')
    await page.keyboard.press('Enter')
    await expect(collection(page, 'Drei')).toBeFocused()
    await expect.poll(tree).toEqual([
      ['One', 0],
      ['Two', 0],
      ['Drei', 0],
    ])
  })

  await test.step('nested by drag', async () => {
    await collection(page, 'Two').dragTo(collection(page, 'One'))
    await expect.poll(tree).toEqual([
      ['One', 0, ['Two', 0]],
      ['Drei', 0],
    ])
  })

  await test.step('moved by keyboard: up, in, out', async () => {
    await collection(page, 'Drei').focus()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(tree).toEqual([
      ['Drei', 0],
      ['One', 0, ['Two', 0]],
    ])
    // The core answers before the window has read again; the next key means what is seen.
    await expect(page.getByRole('treeitem').first()).toContainText('Drei')
    await expect(collection(page, 'Drei')).toBeFocused()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(tree).toEqual([
      ['One', 0, ['Two', 0]],
      ['Drei', 0],
    ])
    await expect(page.getByRole('treeitem').first()).toContainText('One')
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(tree).toEqual([['One', 0, ['Two', 0], ['Drei', 0]]])
    await expect(collection(page, 'Drei')).toHaveAttribute('aria-level', '2')
    await expect(collection(page, 'Drei')).toBeFocused()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(tree).toEqual([
      ['One', 0, ['Two', 0]],
      ['Drei', 0],
    ])
  })

  await test.step('articles are dropped in, one and many', async () => {
    await row(page, 'Alpha').dragTo(collection(page, 'Two'))
    await expect.poll(tree).toEqual([
      ['One', 1, ['Two', 1]],
      ['Drei', 0],
    ])
    await row(page, 'Beta').click()
    await row(page, 'Gamma').click({ modifiers: ['ControlOrMeta'] })
    await row(page, 'Gamma').dragTo(collection(page, 'Drei'))
    await expect.poll(tree).toEqual([
      ['One', 1, ['Two', 1]],
      ['Drei', 2],
    ])
    await collection(page, 'Drei').click()
    await expect(page.getByRole('option')).toHaveCount(2)
  })

  await test.step('deleted, and brought back with what was in it', async () => {
    await collection(page, 'Drei').press('Delete')
    await expect.poll(tree).toEqual([['One', 1, ['Two', 1]]])
    await expect(page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect.poll(tree).toEqual([
      ['One', 1, ['Two', 1]],
      ['Drei', 2],
    ])
  })

  await test.step('undone one by one, back to nothing', async () => {
    const { length } = valueOf(await client.request('gesture.list', { limit: 50 }))
    expect(length).toBeGreaterThan(12)
    // Three imports were there before.
    for (let left = length; left > 3; left--) {
      await page.keyboard.press('Control+z')
      await expect.poll(async () => valueOf(await client.request('gesture.list', { limit: 50 })).length).toBe(left - 1)
    }
    await expect.poll(tree).toEqual([])
    await expect(page.getByRole('treeitem')).toHaveCount(0)
  })
})

test('Tags are renamed, merged and deleted, and it is undone', async ({ openWindow }) => {
  const { page, client } = await openWindow()
  const tags = async (): Promise<unknown> =>
    valueOf(await client.request('archive.overview', {}))
      .tags.map(({ name, articles }) => `${name} ${articles}`)
      .toSorted()
  await expect(tag(page, 'alpha')).toBeVisible()

  await test.step('renamed', async () => {
    // By its menu: the field keeps the focus when the menu has closed.
    await tag(page, 'alpha').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await expect(page.getByRole('menu')).toHaveCount(0)
    await page.getByRole('textbox', { name: 'Rename' }).fill('first')
    await page.keyboard.press('Enter')
    await expect.poll(tags).toEqual(['beta 1', 'first 1', 'gamma 1'])
  })

  await test.step('merged', async () => {
    await tag(page, 'beta').click({ button: 'right' })
    await page.getByRole('menuitem', { name: /^Merge into another tag/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Merge “beta”' })
    await dialog.getByRole('combobox').fill('gamma')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect.poll(tags).toEqual(['first 1', 'gamma 2'])
    await tag(page, 'gamma').click()
    await expect(page.getByRole('option')).toHaveCount(2)
  })

  await test.step('deleted', async () => {
    await tag(page, 'gamma').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Delete the tag' }).click()
    await expect.poll(tags).toEqual(['first 1'])
  })

  await test.step('undone', async () => {
    await page.keyboard.press('Control+z')
    await expect.poll(tags).toEqual(['first 1', 'gamma 2'])
    await page.keyboard.press('Control+z')
    await expect.poll(tags).toEqual(['beta 1', 'first 1', 'gamma 1'])
  })

  await test.step('given by drag', async () => {
    await page.getByRole('button', { name: /^Library 3/ }).click()
    await row(page, 'Gamma').dragTo(tag(page, 'first'))
    await expect.poll(tags).toEqual(['beta 1', 'first 2', 'gamma 1'])
  })
})
