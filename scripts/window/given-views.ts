import type { Page } from '@playwright/test'
import { BRIDGE, FERRY, WEIR } from './given-files.ts'
import { LETTERS, lockedZip, pageOfRoad, ROAD } from './given-pages.ts'
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
  {
    name: 'encoding',
    show: async (page) => {
      await read(page, LETTERS)
      await command(page, 'Read in another encoding')
      await page.getByRole('dialog').getByRole('radio', { name: 'windows-1251' }).check()
    },
  },
  {
    name: 'versions-pages',
    show: async (page) => {
      await read(page, ROAD)
      await command(page, 'Versions of the article')
      await page.getByRole('dialog', { name: 'Versions' }).getByText('Pages 1, 3').waitFor()
    },
  },
  {
    name: 'details-pages',
    show: async (page) => {
      await read(page, ROAD)
      await page.keyboard.press('i')
      await page.getByRole('dialog').getByText('Of the article’s pages').first().scrollIntoViewIfNeeded()
    },
  },
  { name: 'import-locked', show: importLocked },
  {
    name: 'import-unlock',
    show: async (page) => {
      await importLocked(page)
      await page.getByRole('button', { name: 'Unlock…' }).click()
      await page.getByRole('dialog').getByLabel('Password').fill('harbour')
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

/** An import with what a password locks, and a page of which another is missing. */
async function importLocked(page: Page): Promise<void> {
  await showLibrary(page)
  await command(page, 'Import')
  await page.getByRole('main').waitFor()
  if ((await page.getByRole('button', { name: 'Unlock…' }).count()) > 0) return
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('button', { name: /Choose files/ })
    .first()
    .click()
  const html = pageOfRoad(1).replaceAll('the-long-road', 'another-road').replaceAll('The long road', 'Another road')
  await (
    await chooser
  ).setFiles([
    { name: 'harbour board.zip', mimeType: 'application/zip', buffer: lockedZip() },
    { name: 'another road.html', mimeType: 'text/html', buffer: Buffer.from(html) },
  ])
  await page.getByRole('button', { name: 'Unlock…' }).waitFor()
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
