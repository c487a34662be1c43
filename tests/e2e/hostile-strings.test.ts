import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { hasSharedData, sharedData } from '../support/shared-data.ts'
import { RUNS_CANARY } from './support/hostile-pages.ts'
import { layoutFaults } from './support/layout-faults.ts'
import { expect, test } from './support/offprint-test.ts'
import { servePages } from './support/page-server.ts'
import { watchRan } from './support/ran.ts'

/** Markup, attributes, templates and addresses in one. */
const ATTACK = `"'><img src=x onerror=${RUNS_CANARY}><svg onload=${RUNS_CANARY}>{{constructor.constructor}}\u202e`
/** What would reach out without running anything. */
const REACH = '<img src=http://naughty.example/a.gif><link rel=stylesheet href=//naughty.example/a.css>'
const LONG = 'Unbreakable'.repeat(40)
const TITLE = `Title ${ATTACK} </title><script>${RUNS_CANARY}</script>${REACH}`
const NOTE = `Note ${ATTACK}${REACH} [link](javascript:${RUNS_CANARY}) ![picture](http://naughty.example/n.gif) ${LONG}`
test('The big list of naughty strings, as titles, names and tags, moves no row and widens no view', async ({
  program,
  openWindow,
  context,
}) => {
  test.skip(!hasSharedData, 'the list of naughty strings is not beside the checkout')
  test.setTimeout(180_000)
  const strings = JSON.parse(readFileSync(sharedData('security/blns/blns.json'), 'utf8')) as readonly string[]
  const rows = strings.map((title, index) => ({
    id: String(index),
    title,
    byline: title,
    tags: [title],
    collections: [title],
    text: `${title}\n\nWords that make it an article, number ${String(index)}.`,
  }))
  await program.run('import', program.file('naughty.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join('')))
  const window = await openWindow()
  const { page } = window
  const ran = watchRan(context)
  const articles = await window.articles()
  // Those without a letter to show in their title are among them.
  expect(articles.length).toBeGreaterThan(450)

  await page.getByRole('option').first().click()
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
  expect(await layoutFaults(page)).toEqual([])
  await page.keyboard.press('Control+f')
  const field = page.getByRole('textbox', { name: 'Search the archive' })
  for (const query of strings.filter((_, index) => index % 10 === 0).map((one) => one.replaceAll(/[\r\n]/g, ' '))) {
    await field.fill(query)
    await page.keyboard.press('Enter')
    expect(await layoutFaults(page), query).toEqual([])
  }
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

/** Heights of the rows of the list in sight, CSS pixels. */
function rowHeights(page: Page): Promise<readonly number[]> {
  return page
    .getByRole('listbox')
    .getByRole('option')
    .evaluateAll((rows) =>
      rows.map((row) => Math.round(row.getBoundingClientRect().height)).filter((height) => height > 0),
    )
}
