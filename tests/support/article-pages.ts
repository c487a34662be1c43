import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tempDir } from './temp-dir.ts'

/** What a test wants one page of an article to be. */
export interface PageOptions {
  /** Of how many; default 3. */
  readonly of?: number
  readonly title?: string
  readonly words?: string
  /** Its own address as it was saved; default that of the page. */
  readonly savedFrom?: string
  /** What its canonical link names; default nothing. */
  readonly canonical?: string
}

/** Address of an article of several pages, which is that of its first page. */
export const ARTICLE = 'https://rivers.example/2021/the-long-way-to-the-sea'

/** Address of a page of it. */
export function pageAddress(number: number): string {
  return number === 1 ? ARTICLE : `${ARTICLE}/${String(number)}`
}

/** A sentence that only this page has, long enough to be told apart from furniture. */
export function sentenceOf(number: number): string {
  return `On the ${String(number)}th day the river turned ${'slowly '.repeat(number)}towards the east and left the stones behind.`
}

const BOX = 'Ann Lee has walked along rivers for thirty years and writes about them when it rains.'

/** A page of an article as a site serves it: the same headline and byline on each, a list of pages, a box about the author. */
export function aPageOf(number: number, options: PageOptions = {}): string {
  const { of = 3, title = 'The long way to the sea', savedFrom = pageAddress(number), canonical } = options
  const words = options.words ?? `${sentenceOf(number)} Nobody had told the two of them how far it was. `
  const paragraphs = Array.from({ length: 6 }, (_, index) => `<p>${words} Part ${String(index + 1)} of it.</p>`)
  const numbers = Array.from({ length: of }, (_, index) => index + 1)
    .map((page) => (page === number ? `<b>${String(page)}</b>` : `<a href="${pageAddress(page)}">${String(page)}</a>`))
    .join(' ')
  const rel = (name: string, page: number): string =>
    page < 1 || page > of ? '' : `<link rel="${name}" href="${pageAddress(page)}">`
  return `<!doctype html>
<!-- saved from url=(0045)${savedFrom} -->
<html lang="en"><head><meta charset="utf-8"><title>${title} – Page ${String(number)}</title>
${canonical === undefined ? '' : `<link rel="canonical" href="${canonical}">`}${rel('prev', number - 1)}${rel('next', number + 1)}
<meta name="author" content="Ann Lee"><meta property="article:published_time" content="2021-05-04"></head>
<body><article><h1>${title}</h1><p class="byline">By Ann Lee</p>
${paragraphs.join('\n')}
<p>See <a href="#note-1">note 1</a>.</p><p id="note-1">Note 1 of page ${String(number)}: it was a Tuesday.</p>
<p>${BOX}</p></article>
<nav class="pagination">${numbers}</nav></body></html>`
}

/** A folder of pages, whose file names say nothing of their order; answers its path. */
export function aFolderOf(numbers: readonly number[], options: PageOptions = {}): string {
  const folder = tempDir()
  for (const number of numbers) {
    writeFileSync(join(folder, `${String(9 - number)}-saved.html`), aPageOf(number, options))
  }
  return folder
}

/** What the box about the author at the end of every page says. */
export const AUTHOR_BOX = BOX
