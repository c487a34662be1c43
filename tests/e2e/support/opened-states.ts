import type { Page } from '@playwright/test'
import { showLibrary, showReader, type ShownView } from '../../../scripts/window/shown-views.ts'

/** Menus, popovers, bars and dialogs that open over a view with the sample, each with the way to it. */
export const OPENED: readonly ShownView[] = [
  inLibrary('order of the list', async (page) => {
    await page.getByRole('button', { name: /^Date added/ }).click()
    await page.getByRole('menu').waitFor()
  }),
  inLibrary('menu of an article', async (page) => {
    await page.getByRole('option').nth(1).click({ button: 'right' })
    await page.getByRole('menu').waitFor()
  }),
  inLibrary('tools of a row and their name', async (page) => {
    await page.getByRole('option').nth(1).hover()
    await page.getByRole('listbox').locator('..').getByRole('button', { name: 'Star' }).hover()
    await page.locator('.tooltip').first().waitFor()
  }),
  inLibrary('tags of an article', async (page) => {
    await page.keyboard.press('t')
    await page.getByRole('combobox', { name: 'Tags' }).waitFor()
  }),
  inLibrary('collections of an article', async (page) => {
    await page.keyboard.press('l')
    await page.getByRole('combobox', { name: 'Collections' }).waitFor()
  }),
  inLibrary('many selected, one starred, undo offered', async (page) => {
    await page.keyboard.press('s')
    await page.getByRole('button', { name: /^Undo/ }).waitFor()
    await page.keyboard.press('Control+a')
    await page.getByRole('toolbar', { name: 'Selected articles' }).waitFor()
  }),
  inLibrary('menu of the archive', async (page) => {
    await page.getByRole('button', { name: /^Archive .*: menu$/ }).click()
    await page.getByRole('menu').waitFor()
  }),
  inLibrary('details of the archive', async (page) => {
    await page.getByRole('button', { name: /^Archive .*: menu$/ }).click()
    await page.getByRole('menuitem', { name: 'Details of the archive' }).click()
    await page.getByRole('dialog').waitFor()
  }),
  inLibrary('another archive', async (page) => {
    await page.getByRole('button', { name: /^Archive .*: menu$/ }).click()
    await page.getByRole('menuitem', { name: 'Open another archive' }).click()
    await page.getByRole('dialog').waitFor()
  }),
  inLibrary('menu of a collection', async (page) => {
    await page.getByRole('treeitem').first().click({ button: 'right' })
    await page.getByRole('menu').waitFor()
  }),
  inLibrary('naming a collection', async (page) => {
    await page.getByRole('button', { name: 'New collection' }).click()
    await page.getByRole('textbox', { name: 'New collection' }).waitFor()
  }),
  inLibrary('merging a tag', async (page) => {
    await page.keyboard.press('Escape')
    await page.locator('nav li.tag button').first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Merge into another tag' }).click()
    await page.getByRole('dialog').waitFor()
  }),
  inLibrary('pasting', async (page) => {
    await page.keyboard.press('Shift+Control+I')
    await page.getByRole('button', { name: /^Paste text/ }).click()
    await page.getByRole('dialog').waitFor()
  }),
  inLibrary('nothing found', async (page) => {
    await search(page, 'zeppelin tag:unheard-of')
    await page.getByText('Nothing has all of this').waitFor()
  }),
  inLibrary('what can be written', async (page) => {
    await search(page, 'ice')
    await page.getByRole('button', { name: 'What can be written' }).click()
    await page.getByText('the phrase, word for word').first().waitFor()
  }),
  inLibrary('a condition to add', async (page) => {
    await search(page, 'ice')
    await page.getByRole('button', { name: 'Add a condition' }).click()
    await page.getByRole('menu').waitFor()
  }),
  inLibrary('conditions searched for', async (page) => {
    await search(page, '"ice core" by:lindqvist -antarctica after:2021')
    await page.getByRole('list', { name: 'Results' }).waitFor()
  }),
  inLibrary('a condition searched as words', async (page) => {
    await search(page, '"ice core" by:lindqvist -antarctica after:2021 titel:x')
    await page.getByText('searched as words').waitFor()
  }),
  inLibrary('a note selected', async (page) => {
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await page.getByRole('checkbox', { name: 'Select this note' }).first().click()
    await page.getByRole('toolbar').waitFor()
  }),
  inLibrary('commands by name', async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('co')
    await page.getByRole('option').first().waitFor()
  }),
  inLibrary('trash with an article, deleting it', async (page) => {
    await page.getByRole('option').last().click()
    await page.keyboard.press('Delete')
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByRole('button', { name: 'Empty the Trash' }).click()
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor()
  }),
  inReader('more of an article', async (page) => {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menu').waitFor()
  }),
  inReader('tags in the reader', async (page) => {
    await page.keyboard.press('t')
    await page.getByRole('dialog').waitFor()
  }),
  inReader('finding in the text', async (page) => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('dust')
    await page.getByText(/^\d+ of \d+$/).waitFor()
  }),
  inReader('a note being written', async (page) => {
    await page.keyboard.press('Shift+J')
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Note' }).waitFor()
  }),
  inReader('a highlight opened', async (page) => {
    await page.keyboard.press('Shift+J')
    await page.keyboard.press('t')
    await page.getByRole('toolbar', { name: 'Highlight' }).waitFor()
  }),
]

function inLibrary(name: string, open: (page: Page) => Promise<void>): ShownView {
  return {
    name,
    show: async (page) => {
      await showLibrary(page)
      await open(page)
    },
  }
}

function inReader(name: string, open: (page: Page) => Promise<void>): ShownView {
  return {
    name,
    show: async (page) => {
      await showReader(page)
      await open(page)
    },
  }
}

async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Search the archive' }).fill(query)
  await page.keyboard.press('Enter')
}
