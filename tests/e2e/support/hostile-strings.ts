import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { hasSharedData, sharedData } from '../../support/shared-data.ts'
import { h5scPages, RUNS_CANARY } from './hostile-pages.ts'

/** Markup, attributes, templates and addresses in one; without a slash, which would divide the names of collections. */
export const ATTACK = `"'><img src=x onerror=${RUNS_CANARY}><svg onload=${RUNS_CANARY}>{{constructor.constructor}}\u202e`
/** What would reach out without running anything. */
const REACH = '<img src=http://naughty.example/a.gif><link rel=stylesheet href=//naughty.example/a.css>'
export const LONG = 'Unbreakable'.repeat(40)
export const TITLE = `Title ${ATTACK} </title><script>${RUNS_CANARY}</script>${REACH}`
export const BYLINE = `Byline ${ATTACK}${REACH}`
export const PUBLICATION = `Paper ${ATTACK}`
export const TAG = `tag ${ATTACK}`
export const COLLECTION = `Collection ${ATTACK}`
export const HEADING = `Heading ${ATTACK}`
export const NOTE = `Note ${ATTACK}${REACH} [link](javascript:${RUNS_CANARY}) ![picture](http://naughty.example/n.gif) ${LONG}`
/** No system's separators in it; a dialog tells that it ran. */
export const FILE = 'File "\'><img src=x onerror=alert(1)><svg onload=alert(1)>{{constructor.constructor}}'
/** Shorter than the longest name of a pen. */
export const PEN = 'Pen <img src=x onerror=alert(1)><svg onload=alert(1)>'
export const SAVED = `Saved ${ATTACK}`
export const QUOTE = 'The words that are marked stand here.'

/**
 * What others collected: the big list of naughty strings, and the markup of H5SC that runs in browsers. None where they are
 * not beside the checkout.
 */
export function collectedStrings(): readonly string[] {
  if (!hasSharedData) return []
  const naughty = JSON.parse(readFileSync(sharedData('security/blns/blns.json'), 'utf8')) as readonly string[]
  return [...naughty, ...h5scPages().map(({ html }) => html)]
}

/** Each of the strings as whatever an article can be called and filed under, as lines of JSON. */
export function collectedRows(): string {
  const rows = collectedStrings().map((title, index) => ({
    id: String(index),
    title,
    byline: title,
    publication: title,
    tags: [title],
    collections: [title],
    text: `${title}\n\nWords that make it an article, number ${String(index)}.`,
  }))
  return asLines(rows)
}

/** The article that everything hostile hangs on, and one of a single endless word before it. */
export function hostileRows(): string {
  const long = {
    id: 'long',
    title: LONG,
    byline: LONG,
    publication: LONG,
    tags: [LONG],
    collections: [LONG],
    text: LONG,
  }
  return asLines([long, hostile(QUOTE)])
}

/** The same article, later, with other words: a second version of it. */
export function hostileAgain(): string {
  return asLines([hostile(`${QUOTE} ${asText(ATTACK)}`)])
}

export function asLines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

function hostile(text: string): object {
  const words = 'More words follow so that it is an article of some length. '.repeat(30)
  const away = `<p><a href="https://naughty.example/%22%3E${LONG}">Away</a></p>`
  const html = `<p>${text} ${words}</p><h2>${asText(HEADING)}</h2><p>${words}</p><h2>The end</h2><p>${words}</p>${away}`
  const facts = { title: TITLE, byline: BYLINE, publication: PUBLICATION, tags: [TAG], collections: [COLLECTION] }
  return { id: 'hostile', ...facts, url: 'https://naughty.example/1', html }
}

/** As a page writes it, so that it is its text. */
function asText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** How many elements there are that only hostile markup could have made, in the window and in its frames. */
export function madeOfMarkup(page: Page): Promise<number> {
  return page.evaluate(() => {
    const frames = [...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument)
    return [document, ...frames].reduce(
      (count, one) => count + (one?.querySelectorAll('[onerror], [onload], img[src="x"], body script').length ?? 0),
      0,
    )
  })
}
