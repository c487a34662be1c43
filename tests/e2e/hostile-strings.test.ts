import type { Page } from '@playwright/test'
import { displayTitle } from '../../src/shared/text/display-title.ts'
import { valueOf } from '../support/value-of.ts'
import { dropFiles } from './support/drop-files.ts'
import * as hostile from './support/hostile-strings.ts'
import { layoutFaults } from './support/layout-faults.ts'
import { expect, test } from './support/offprint-test.ts'
import { servePages } from './support/page-server.ts'
import { watchRan } from './support/ran.ts'
import { readWholeList } from './support/whole-list.ts'

const { ATTACK, BYLINE, COLLECTION, FILE, HEADING, LONG, NOTE, PEN, PUBLICATION, QUOTE, SAVED, TAG, TITLE } = hostile
/** Every how many of the collected strings one is searched for. */
const ASKED = 30

test('Hostile strings are text in every view: nothing runs, no row moves, no view widens', async ({
  program,
  openWindow,
  context,
}) => {
  test.setTimeout(240_000)
  const all = program.file('all.jsonl', `${hostile.collectedRows()}${hostile.hostileRows()}`)
  await program.run(
    'import',
    program.file(`named/${FILE}.html`, `<p>${'A page without a title. '.repeat(30)}</p>`),
    all,
  )
  await program.run('import', program.file('again.jsonl', hostile.hostileAgain()))
  const given = [
    program.file(`given/${FILE}.jsonl`, hostile.asLines([{ id: 'given', title: 'Given', text: QUOTE }])),
    program.file(`given/${FILE}.pdf`, 'nothing that is a PDF \0\0\0\0\0\0\0\0'),
  ]
  const window = await openWindow()
  const { page, client } = window
  const ran = watchRan(context)
  const articles = await window.articles()
  const article = articles.find(({ title }) => title === TITLE)
  if (article === undefined) throw new Error('the hostile article did not come in with its title')
  const place = { article: article.uid, quote: QUOTE, prefix: '', suffix: '', place: null }
  valueOf(await client.request('annotation.highlight', { ...place, color: 'green', note: NOTE, tags: [TAG] }))
  valueOf(await client.request('annotation.note', { article: article.uid, note: `${NOTE} on all` }))

  /** Whole strings that must be there as the text they were given as, and nothing of them as anything else. */
  const seen = async (...texts: readonly (string | RegExp)[]): Promise<void> => {
    for (const words of texts) {
      await expect(page.getByText(words).first(), String(words)).toBeAttached()
    }
    expect(await hostile.madeOfMarkup(page)).toBe(0)
    expect(await layoutFaults(page)).toEqual([])
  }
  const row = page.getByRole('option').filter({ hasText: 'Title ' })
  const dialog = page.getByRole('dialog')
  const toLibrary = async (): Promise<void> => {
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await row.click()
    await expect(row).toHaveAttribute('aria-selected', 'true')
  }

  await test.step('library, sidebar, preview: all rows, all tags', async () => {
    await row.click()
    await seen(TITLE, TAG, COLLECTION, PUBLICATION, BYLINE)
    const list = await readWholeList(page)
    expect(list.titles).toEqual(articles.map(displayTitle))
    expect(list.titles).toContain(FILE)
    // Comfortable rows: one or two lines of title, with or without facts below.
    expect(list.lowest).toBeGreaterThanOrEqual(60)
    expect(list.highest).toBeLessThanOrEqual(110)
    expect(list.beyond).toBe(0)
    const { tags } = valueOf(await client.request('archive.overview', {}))
    if (tags.length > 9) await page.getByRole('button', { name: /^All \d+ tags/ }).click()
    expect(new Set(await page.locator('li.tag .line-name').allTextContents())).toEqual(
      new Set(tags.map(({ name }) => name)),
    )
    await seen()
    if (tags.length > 9) await page.getByRole('button', { name: 'Fewer tags' }).click()
    await page.getByRole('option', { selected: true }).press('Home')
  })
  await test.step('tags, collections, menus, a tag merged', async () => {
    await row.click()
    await page.keyboard.press('t')
    await expect(page.getByRole('option', { name: TAG })).toBeVisible()
    await seen()
    await page.keyboard.press('Escape')
    await page.keyboard.press('l')
    await expect(page.getByRole('combobox', { name: 'Collections' })).toBeVisible()
    await seen(COLLECTION)
    await page.keyboard.press('Escape')
    await page.getByRole('treeitem').first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'New collection within' }).click()
    const name = page.getByRole('textbox', { name: 'New collection' })
    await expect(name).toBeFocused()
    await name.fill(`Within ${ATTACK}`)
    await name.press('Enter')
    // What opens before the new line has taken the focus closes again.
    await expect(page.getByRole('treeitem').filter({ hasText: 'Within ' })).toBeFocused()
    await seen(`Within ${ATTACK}`)
    await page.locator('nav li.tag button').first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Merge into another tag' }).click()
    await expect(dialog).toBeVisible()
    await seen()
    await page.keyboard.press('Escape')
  })
  await test.step('details, export, names of pens', async () => {
    await toLibrary()
    await page.keyboard.press('i')
    await expect(dialog).toBeVisible()
    await seen(TITLE, BYLINE, PUBLICATION)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+e')
    for (const mode of ['Source', 'Formatted']) {
      await dialog.getByRole('radio', { name: mode }).click()
      // The source is drawn in pieces, one for each kind of Markdown.
      await expect(dialog.getByRole('document')).toContainText(/onerror/)
      await seen()
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+,')
    const name = dialog.getByRole('textbox', { name: 'Green' })
    await name.fill(PEN)
    await name.press('Tab')
    await seen()
    await page.keyboard.press('Escape')
  })
  await test.step('reader: contents, notes, pens, tags, versions, a link, the original', async () => {
    await row.click()
    await page.keyboard.press('Enter')
    await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
    await seen(TITLE, HEADING, COLLECTION, TAG, /^Note .*onerror.*Unbreakable$/)
    await page.keyboard.press('Shift+J')
    await expect(page.getByRole('status').filter({ hasText: PEN })).toHaveCount(1)
    await page.keyboard.press('t')
    await seen(TAG)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: /^Versions/ }).click()
    await expect(dialog.locator('ins', { hasText: 'onerror' }).first()).toBeVisible()
    for (const view of ['In one text', 'Side by side']) {
      await dialog.getByRole('radio', { name: view }).click()
      await seen()
    }
    await page.keyboard.press('Escape')
    await clickLink(page, 'Away')
    await seen(`https://naughty.example/%22%3E${LONG}`)
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: 'Original' }).click()
    await page.locator('iframe[sandbox=""]').waitFor()
    await seen()
    await page.keyboard.press('o')
    await page.keyboard.press('Escape')
  })
  await test.step('search: chips, passages, notes, facets, a saved search', async () => {
    await toLibrary()
    await page.keyboard.press('Control+f')
    const results = page.getByRole('list', { name: 'Results' })
    await search(page, 'marked')
    await expect(results.getByText(/onerror/).first()).toBeAttached()
    await seen(TITLE)
    await expect(page.getByRole('checkbox', { name: `#${TAG}` })).toBeAttached()
    await search(page, 'note:note')
    await expect(results).toContainText('Note ')
    await seen(TITLE)
    const bare = (name: string): string => name.replaceAll('"', '')
    await search(page, `marked ${ATTACK} tag:"${bare(TAG)}" in:"${bare(COLLECTION)}" ${LONG}`)
    await seen(/result|Nothing/)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill(SAVED)
    await page.keyboard.press('Enter')
    await seen(SAVED)
    for (const query of hostile.collectedStrings().filter((_, index) => index % ASKED === 0)) {
      await search(page, query.replaceAll(/[\r\n]/g, ' '))
      expect(await layoutFaults(page), query).toEqual([])
    }
    await seen()
  })
  await test.step('notes, palette', async () => {
    const notes = page.getByRole('navigation').getByRole('button', { name: /^Notes/ })
    await notes.click()
    await seen(TITLE, /^Note .*onerror.*Unbreakable$/, PEN)
    await page.keyboard.press('Control+k')
    for (const words of [ATTACK, 'title']) {
      await page.getByRole('combobox').fill(words)
      await seen()
    }
    await expect(page.getByRole('option').filter({ hasText: TITLE }).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })
  await test.step('import: its report and its problems', async () => {
    await page.keyboard.press('Shift+Control+I')
    await dropFiles(page, given)
    await expect(page.getByText('The import is complete')).toBeVisible({ timeout: 60_000 })
    // What is given to a browser's window has a name that every file system takes.
    const taken = (name: string): string => name.replaceAll(/[<>:"/\\|?*]/g, '_')
    await seen(taken(`${FILE}.jsonl`))
    const problems = page.getByRole('button', { name: /^Show the (?:item|\d)/ })
    await problems.first().click()
    await expect(dialog).toContainText(taken(`${FILE}.pdf`))
    await seen()
    await page.keyboard.press('Escape')
  })
  await test.step('the Trash', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    // The list is another one now: rows stand lower than where they were.
    await expect(page.getByRole('option', { name: 'Given' })).toBeVisible()
    await toLibrary()
    await page.keyboard.press('Delete')
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await expect(page.getByRole('heading', { name: 'Trash', level: 1 })).toBeVisible()
    await seen(TITLE)
  })
  expect(ran.signs()).toEqual([])
})

test('The same strings run, reach out and break the layout where they are taken for markup', async ({
  page,
  context,
  sentinel,
  complaints,
}) => {
  complaints.allow(/./)
  const ran = watchRan(context)
  const body = `<!doctype html><title>Careless</title><body>${TITLE}${NOTE}<p style="white-space:nowrap">${LONG}`
  const server = await servePages(() => ({ body, headers: {} }))
  await page.goto(server.origin)
  await expect.poll(() => ran.signs().length).toBeGreaterThan(2)
  await expect.poll(() => sentinel.connections().length).toBeGreaterThan(1)
  expect(await hostile.madeOfMarkup(page)).toBeGreaterThan(2)
  expect(await layoutFaults(page)).not.toEqual([])
  sentinel.forget()
  await page.goto('about:blank')
  await server.close()
})

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Search the archive' }).fill(words)
  await page.keyboard.press('Enter')
}

/** Clicks a link of the article by its place: in its frame no script runs, Playwright's neither. */
async function clickLink(page: Page, words: string): Promise<void> {
  const { x, y } = await page.evaluate((wanted) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe.article-frame')!
    const links = [...(frame.contentDocument?.querySelectorAll('a') ?? [])]
    const link = links.find(({ textContent }) => textContent === wanted)!
    link.scrollIntoView({ block: 'center' })
    const [outer, inner] = [frame.getBoundingClientRect(), link.getBoundingClientRect()]
    return { x: outer.left + inner.left + inner.width / 2, y: outer.top + inner.top + inner.height / 2 }
  }, words)
  await page.mouse.click(x, y)
}
