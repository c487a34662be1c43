import type { Page } from '@playwright/test'
import { BRIDGE, FERRY, WEIR } from './given-files.ts'
import { showLibrary, type ShownView } from './shown-views.ts'

/** States that the sample alone does not have, in a window whose archive `bringGiven` has brought more into. */
export const GIVEN_VIEWS: readonly ShownView[] = [
  { name: 'versions', show: (page) => versions(page, 'In one text') },
  { name: 'versions-beside', show: (page) => versions(page, 'Side by side') },
  {
    name: 'near-duplicates',
    show: async (page) => {
      await showLibrary(page)
      await command(page, 'Articles that say nearly the same')
      await page.getByRole('dialog').getByRole('article').first().waitFor()
    },
  },
  {
    name: 'reader-orphans',
    show: async (page) => {
      await read(page, FERRY)
      await page.getByRole('region', { name: '1 passage not found' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'reader-note-links',
    show: async (page) => {
      await read(page, FERRY)
      await page.keyboard.press('Shift+J')
      await page.keyboard.press('n')
      const field = page.getByRole('textbox', { name: 'Note' })
      await field.fill('')
      await field.pressSequentially('Compare [[dust')
      await page.getByRole('listbox').last().waitFor()
    },
  },
  {
    name: 'reader-back-links',
    show: async (page) => {
      await read(page, 'What the dust remembers')
      await page.getByRole('region', { name: 'Linked from 1 note' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'notes-links',
    show: async (page) => {
      await showLibrary(page)
      await page.keyboard.press('g')
      await page.keyboard.press('n')
      await page.getByRole('main').getByText('Silence as a').first().scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'element',
    show: async (page) => {
      await read(page, BRIDGE)
      await command(page, 'Choose what is the article')
      const dialog = page.getByRole('dialog', { name: 'Choose what is the article' })
      await dialog.getByRole('option', { name: 'section#letters' }).hover()
    },
  },
  { name: 'pdf', show: (page) => pdf(page, 'Original') },
  { name: 'pdf-beside', show: (page) => pdf(page, 'Side by side') },
]

/** The state of the dialog when every pair has been decided on, or none was proposed. */
export const NO_NEAR_DUPLICATES: ShownView = {
  name: 'near-duplicates-none',
  show: async (page) => {
    await showLibrary(page)
    await command(page, 'Articles that say nearly the same')
    await page.getByRole('dialog').waitFor()
  },
}

async function versions(page: Page, view: string): Promise<void> {
  await read(page, FERRY)
  await command(page, 'Versions of the article')
  const dialog = page.getByRole('dialog', { name: 'Versions' })
  await dialog.getByRole('radio', { name: view }).click()
  await dialog.locator('ins').first().waitFor()
}

async function pdf(page: Page, view: string): Promise<void> {
  await read(page, WEIR)
  await page.getByRole('radio', { name: view }).click()
  await page.getByRole('region', { name: 'Page 1 of' }).locator('canvas').waitFor()
}

/** Runs a command by its name in the palette. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(words)
  await page.getByRole('option', { name: words }).first().waitFor()
  await page.keyboard.press('Enter')
}

async function read(page: Page, title: string): Promise<void> {
  await showLibrary(page)
  await page.getByRole('option', { name: title }).first().click()
  await page.keyboard.press('Enter')
  await page.locator('iframe.article-frame.is-ready').waitFor()
  const reader = page.getByRole('radio', { name: 'Reader', exact: true })
  if ((await reader.count()) > 0) await reader.click()
}
