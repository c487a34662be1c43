import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { hasSharedData, sharedData } from '../support/shared-data.ts'
import { valueOf } from '../support/value-of.ts'
import { dropFiles } from './support/drop-files.ts'
import { RUNS_CANARY } from './support/hostile-pages.ts'
import { layoutFaults } from './support/layout-faults.ts'
import { expect, test } from './support/offprint-test.ts'
import { servePages } from './support/page-server.ts'
import { watchRan } from './support/ran.ts'

/** Markup, attributes, templates and addresses in one; without a slash, which would divide the names of collections. */
const ATTACK = `"'><img src=x onerror=${RUNS_CANARY}><svg onload=${RUNS_CANARY}>{{constructor.constructor}}\u202e`
/** What would reach out without running anything. */
const REACH = '<img src=http://naughty.example/a.gif><link rel=stylesheet href=//naughty.example/a.css>'
const LONG = 'Unbreakable'.repeat(40)
const TITLE = `Title ${ATTACK} </title><script>${RUNS_CANARY}</script>${REACH}`
const BYLINE = `Byline ${ATTACK}${REACH}`
const TAG = `tag ${ATTACK}`
const COLLECTION = `Collection ${ATTACK}`
const NOTE = `Note ${ATTACK}${REACH} [link](javascript:${RUNS_CANARY}) ![picture](http://naughty.example/n.gif) ${LONG}`
/** No system's separators in it; a dialog tells that it ran. */
const FILE = 'File "\'><img src=x onerror=alert(1)><svg onload=alert(1)>{{constructor.constructor}}'
/** Shorter than the longest name of a pen. */
const PEN = 'Pen <img src=x onerror=alert(1)><svg onload=alert(1)>'
const QUOTE = 'The words that are marked stand here.'

/** The two articles that everything hostile hangs on, and, where it is beside the checkout, the big list of naughty strings. */
function hostileRows(): readonly (readonly object[])[] {
  const row = { title: TITLE, byline: BYLINE, publication: `Paper ${ATTACK}`, tags: [TAG], collections: [COLLECTION] }
  const words = 'More words follow so that it is an article of some length. '.repeat(30)
  const page = (text: string) =>
    `<p>${text} ${words}</p><p><a href="https://naughty.example/%22%3E${LONG}">Away</a></p>`
  const naughty = hasSharedData
    ? (JSON.parse(readFileSync(sharedData('security/blns/blns.json'), 'utf8')) as readonly string[])
    : []
  return [
    naughty.map((title, index) => ({
      id: String(index),
      title,
      byline: title,
      tags: [title],
      collections: [title],
      text: `${title}\n\nWords that make it an article, number ${String(index)}.`,
    })),
    [
      { id: 'hostile', ...row, url: 'https://naughty.example/1', html: page(QUOTE) },
      { id: 'long', title: LONG, byline: LONG, publication: LONG, tags: [LONG], collections: [LONG], text: LONG },
    ],
    // The same article, later, with other words: a second version of it.
    [{ id: 'hostile', ...row, url: 'https://naughty.example/1', html: page(`${QUOTE} ${escaped(ATTACK)}`) }],
  ]
}

/** As a page writes it, so that it is its text. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

test('Hostile strings are text in every view: nothing runs, no row moves, no view widens', async ({
  program,
  openWindow,
  context,
}) => {
  test.setTimeout(240_000)
  const [naughty = [], first = [], again = []] = hostileRows()
  const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  await program.run('import', program.file('naughty.jsonl', lines([...naughty, ...first])))
  await program.run('import', program.file('again.jsonl', lines(again)))
  program.file(`given/${FILE}.jsonl`, lines([{ id: 'given', title: 'Given', text: QUOTE }]))
  program.file(`given/${FILE}.pdf`, 'nothing that is a PDF \0\0\0\0\0\0\0\0')
  const window = await openWindow()
  const { page, client } = window
  const ran = watchRan(context)
  const articles = await window.articles()
  const article = articles.find(({ title }) => title?.startsWith('Title ') === true)
  if (article === undefined) throw new Error('the hostile article did not come in')
  const place = { article: article.uid, quote: QUOTE, prefix: '', suffix: '', place: null }
  valueOf(await client.request('annotation.highlight', { ...place, color: 'green', note: NOTE, tags: [TAG] }))
  valueOf(await client.request('annotation.note', { article: article.uid, note: `${NOTE} on all` }))
  const hostile = page.getByRole('option').filter({ hasText: 'Title ' })

  /** Words that must be there as text, and nothing of them as anything else. */
  const seen = async (...texts: readonly (string | RegExp)[]): Promise<void> => {
    for (const words of texts) await expect(page.getByText(words).first(), String(words)).toBeAttached()
    expect(await insideOfMarkup(page)).toBe(0)
    expect(await layoutFaults(page)).toEqual([])
  }
  const go = async (key: string): Promise<void> => {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
  }
  const query = page.getByRole('textbox', { name: 'Search the archive' })
  const search = async (words: string): Promise<void> => {
    await query.fill(words)
    await page.keyboard.press('Enter')
  }

  await test.step('library, sidebar, preview: all rows', async () => {
    await hostile.click()
    await seen(article.title ?? '', TAG, COLLECTION)
    const heights = new Set<number>()
    for (let pages = 0; pages < 60; pages++) {
      for (const height of await rowHeights(page)) heights.add(height)
      expect(await layoutFaults(page)).toEqual([])
      const last = (await page.getByRole('option', { selected: true }).getAttribute('aria-posinset')) ?? ''
      if (Number(last) >= articles.length) break
      await page.keyboard.press('PageDown')
      await page.keyboard.press('PageDown')
    }
    // Comfortable rows: one or two lines of title, with or without facts below.
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(60)
    expect(Math.max(...heights)).toBeLessThanOrEqual(110)
    await page.getByRole('button', { name: /^All \d+ tags/ }).click()
    await seen()
    await page.getByRole('button', { name: 'Fewer tags' }).click()
    await page.getByRole('option', { selected: true }).press('Home')
  })
  await test.step('tags, collections, menus, a tag merged', async () => {
    await hostile.click()
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
    await seen(/^Within .*onerror/)
    await page.locator('nav li.tag button').first().click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Merge into another tag' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await seen()
    await page.keyboard.press('Escape')
  })
  await test.step('details, export', async () => {
    await go('l')
    await hostile.click()
    await page.keyboard.press('i')
    await expect(page.getByRole('dialog')).toBeVisible()
    await seen(BYLINE)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog')
    for (const mode of ['Source', 'Formatted']) {
      await dialog.getByRole('radio', { name: mode }).click()
      await expect(dialog.getByText(/Title .*onerror/).first()).toBeVisible()
      await seen()
    }
    await page.keyboard.press('Escape')
  })
  await test.step('pens’ names', async () => {
    await page.keyboard.press('Control+,')
    const name = page.getByRole('dialog').getByRole('textbox', { name: 'Green' })
    await name.fill(PEN)
    await name.press('Tab')
    await seen()
    await page.keyboard.press('Escape')
  })
  await test.step('reader: notes, pens, tags, versions, a link, the original', async () => {
    await hostile.click()
    await page.keyboard.press('Enter')
    await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
    await seen(article.title ?? '', /^Note .*onerror/)
    await page.keyboard.press('Shift+J')
    await expect(page.getByRole('status').filter({ hasText: PEN })).toHaveCount(1)
    await page.keyboard.press('t')
    await seen(TAG)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: /^Versions/ }).click()
    await expect(
      page
        .getByRole('dialog')
        .getByText(/onerror/)
        .first(),
    ).toBeVisible()
    await seen()
    await page.getByRole('radio', { name: 'Side by side' }).last().click()
    await seen()
    await page.keyboard.press('Escape')
    await clickLink(page, 'Away')
    await seen(/^https:\/\/naughty\.example.*Unbreakable/)
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: 'Original' }).click()
    await page.locator('iframe[sandbox=""]').waitFor()
    await seen()
  })
  await test.step('search: chips, passages, notes, facets, a saved search', async () => {
    await page.keyboard.press('o')
    await page.keyboard.press('Escape')
    await go('l')
    await page.keyboard.press('Control+f')
    await search('marked')
    await expect(
      page
        .getByRole('list', { name: 'Results' })
        .getByText(/onerror/)
        .first(),
    ).toBeAttached()
    await seen()
    await search('note:note')
    await expect(page.getByRole('list', { name: 'Results' })).toContainText('Note ')
    await seen(article.title ?? '')
    await search(`marked ${ATTACK} tag:"${TAG.replaceAll('"', '')}" in:"${COLLECTION.replaceAll('"', '')}" ${LONG}`)
    await seen(/result|Nothing/)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill(`Saved ${ATTACK}`)
    await page.keyboard.press('Enter')
    await seen(/^Saved .*onerror/)
    for (const one of (naughty as readonly { readonly title: string }[]).filter((_, index) => index % 10 === 0)) {
      await search(one.title.replaceAll(/[\r\n]/g, ' '))
      expect(await layoutFaults(page), one.title).toEqual([])
    }
  })
  await test.step('notes, palette', async () => {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Notes/ })
      .click()
    await seen(article.title ?? '', /^Note .*onerror/, PEN)
    await page.keyboard.press('Control+k')
    for (const words of ['title', ATTACK]) {
      await page.getByRole('combobox').fill(words)
      await seen()
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })
  await test.step('import: its report and its problems', async () => {
    await page.keyboard.press('Shift+Control+I')
    await dropFiles(page, [`${program.home}/given/${FILE}.jsonl`, `${program.home}/given/${FILE}.pdf`])
    await expect(page.getByText('The import is complete')).toBeVisible({ timeout: 60_000 })
    await seen(/^File .*onerror/)
    await page
      .getByRole('button', { name: /^Show the (?:item|\d)/ })
      .first()
      .click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await seen()
    await page.keyboard.press('Escape')
  })
  await test.step('the Trash, undo', async () => {
    await go('l')
    await hostile.click()
    await page.keyboard.press('Delete')
    await seen()
    await go('t')
    await expect(page.getByRole('heading', { name: 'Trash', level: 1 })).toBeVisible()
    await seen(article.title ?? '')
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
  expect(await insideOfMarkup(page)).toBeGreaterThan(2)
  expect(await layoutFaults(page)).not.toEqual([])
  sentinel.forget()
  await page.goto('about:blank')
  await server.close()
})

/** Elements that only the hostile markup could have made. */
function insideOfMarkup(page: Page): Promise<number> {
  return page.evaluate(() => {
    const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)
    return [document, ...frames].reduce(
      (count, one) => count + (one?.querySelectorAll('[onerror], [onload], img[src="x"], body script').length ?? 0),
      0,
    )
  })
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

/** Heights of the rows of the list in sight, CSS pixels. */
function rowHeights(page: Page): Promise<readonly number[]> {
  return page
    .getByRole('listbox')
    .getByRole('option')
    .evaluateAll((rows) =>
      rows.map((row) => Math.round(row.getBoundingClientRect().height)).filter((height) => height > 0),
    )
}
