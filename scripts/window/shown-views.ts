import type { Page } from '@playwright/test'

/** The sample's article that views are shown with: long, with highlights in all pens and notes. */
const ARTICLE = 'What the dust remembers'

/** A view or dialog, and the way a person goes to it from anywhere. */
export interface ShownView {
  readonly name: string
  readonly show: (page: Page) => Promise<void>
}

/** The first-run view, in a window without an archive. */
export const WELCOME: ShownView = {
  name: 'welcome',
  show: async (page) => {
    await page.getByRole('button', { name: 'Open the sample' }).waitFor()
  },
}

/** Brings the sample in from the first-run view; ends in the library. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await page.getByRole('option', { name: ARTICLE }).waitFor({ timeout: 60_000 })
}

/** Every view, in a window with the sample. */
export const VIEWS: readonly ShownView[] = [
  { name: 'library', show: showLibrary },
  {
    name: 'reader',
    show: async (page) => {
      await showReader(page)
    },
  },
  {
    name: 'typography',
    show: async (page) => {
      await showReader(page)
      await page.getByRole('button', { name: 'Text and theme' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'original',
    show: async (page) => {
      await showReader(page)
      await page.getByRole('radio', { name: 'Side by side' }).click()
      await page.locator('iframe').nth(1).waitFor()
    },
  },
  {
    name: 'search',
    show: async (page) => {
      await showLibrary(page)
      await page.keyboard.press('Control+f')
      await page.keyboard.type('ice core')
      await page.keyboard.press('Enter')
      await page.getByRole('list', { name: 'Results' }).waitFor()
    },
  },
  {
    name: 'notes',
    show: async (page) => {
      await showLibrary(page)
      await sidebar(page, 'Notes').click()
      await page.getByRole('heading', { name: 'Notes', level: 1 }).waitFor()
    },
  },
  {
    name: 'notes-by-pen',
    show: async (page) => {
      await showLibrary(page)
      await sidebar(page, 'Notes').click()
      await page.getByRole('button', { name: /^By / }).click()
      await page.getByRole('menuitemcheckbox', { name: 'By pen' }).click()
      await page.getByRole('heading', { name: 'Yellow', level: 2 }).waitFor()
    },
  },
  {
    name: 'import',
    show: async (page) => {
      await showLibrary(page)
      await page.keyboard.press('Shift+Control+I')
      await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Import' }).waitFor()
    },
  },
  {
    name: 'export',
    show: async (page) => {
      await showLibrary(page)
      await page.keyboard.press('Control+e')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'details',
    show: async (page) => {
      await showLibrary(page)
      await page.keyboard.press('i')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'trash',
    show: async (page) => {
      await showLibrary(page)
      await sidebar(page, 'Trash').click()
      await page.getByRole('heading', { name: 'Trash', level: 1 }).waitFor()
    },
  },
  {
    name: 'palette',
    show: async (page) => {
      await showLibrary(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'settings',
    show: async (page) => {
      await showLibrary(page)
      await page.keyboard.press('Control+,')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'keyboard',
    show: async (page) => {
      await showLibrary(page)
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
]

/** Anywhere to the library with the article selected: what is open is closed first. */
export async function showLibrary(page: Page): Promise<void> {
  for (const role of ['dialog', 'menu'] as const) {
    for (let tries = 0; tries < 3 && (await page.getByRole(role).count()) > 0; tries++)
      await page.keyboard.press('Escape')
  }
  const library = sidebar(page, 'Library')
  const back = page.getByRole('main').getByRole('button', { name: 'Library', exact: true })
  await library.or(back).first().click()
  await library.click()
  await page.getByRole('option', { name: ARTICLE }).click()
  await articleShown(page)
}

/** Anywhere to the reader with the article, and its notes beside it. */
export async function showReader(page: Page): Promise<void> {
  await showLibrary(page)
  await page.keyboard.press('Enter')
  await articleShown(page)
  await page.getByRole('complementary', { name: 'Notes in the margin' }).getByRole('article').first().waitFor()
}

/** Waits for the article in its frame; asked from the window, for in the frame no script may run, a test's neither. */
async function articleShown(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].some((frame) =>
      (frame.contentDocument?.querySelector('article')?.textContent ?? '').includes('The core comes up'),
    ),
  )
}

function sidebar(page: Page, name: string): ReturnType<Page['getByRole']> {
  return page
    .getByRole('navigation', { name: 'Archive' })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
}
