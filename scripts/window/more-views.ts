import type { Page } from '@playwright/test'
import { showLibrary, showReader, type ShownView } from './shown-views.ts'

/** Further states of the views with the sample, to be looked at. */
export const MORE_VIEWS: readonly ShownView[] = [
  { name: 'search-conditions', show: (page) => search(page, '"ice core" by:lindqvist -antarctica after:2021') },
  { name: 'search-left-out', show: (page) => search(page, 'ice titel:x') },
  { name: 'search-spelled', show: (page) => search(page, 'glasier') },
  { name: 'search-nothing', show: (page) => search(page, 'zeppelin tag:unheard-of') },
  {
    name: 'search-saving',
    show: async (page) => {
      await search(page, 'ice')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('textbox', { name: 'Name' }).waitFor()
    },
  },
  notesBy('tag'),
  notesBy('month'),
  {
    name: 'notes-selected',
    show: async (page) => {
      await notes(page)
      await page.getByRole('checkbox', { name: 'Select this note' }).first().check()
      await page.getByRole('toolbar').waitFor()
    },
  },
  readerOf('arabic', 'العربية'),
  readerOf('japanese', '日本語'),
  {
    name: 'reader-marking',
    show: async (page) => {
      await showReader(page)
      await page.keyboard.press('Shift+J')
      await page.keyboard.press('t')
      await page.getByRole('toolbar', { name: 'Highlight' }).waitFor()
    },
  },
  {
    name: 'reader-finding',
    show: async (page) => {
      await showReader(page)
      await page.keyboard.press('Control+f')
      await page.keyboard.type('dust')
      await page.getByText(/^\d+ of \d+$/).waitFor()
    },
  },
]

async function search(page: Page, query: string): Promise<void> {
  await showLibrary(page)
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Search the archive' }).fill(query)
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Results' }).or(page.getByText('Nothing ')).first().waitFor()
}

async function notes(page: Page): Promise<void> {
  await showLibrary(page)
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await page.getByRole('heading', { name: 'Notes', level: 1 }).waitFor()
}

function notesBy(group: 'tag' | 'month'): ShownView {
  return {
    name: `notes-by-${group}`,
    show: async (page) => {
      await notes(page)
      await page.getByRole('button', { name: /^By / }).click()
      await page.getByRole('menuitemcheckbox', { name: `By ${group}` }).click()
    },
  }
}

/** Opens the first article that wears a language's badge. */
function readerOf(name: string, badge: string): ShownView {
  return {
    name: `reader-${name}`,
    show: async (page) => {
      await showLibrary(page)
      await page.getByRole('option').filter({ hasText: badge }).first().click()
      await page.keyboard.press('Enter')
      await page.locator('iframe.article-frame.is-ready').waitFor()
    },
  }
}
