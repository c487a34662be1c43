import { createRequire } from 'node:module'
import type * as Linkedom from 'linkedom'
import type Turndown from 'turndown'
import type { ReaderHtml } from '../../../shared/model/identity.ts'
import { escapeLine, quoteBlock } from './escape-markdown.ts'
import { addFootnoteRules } from './footnote-rules.ts'
import { markFootnotes } from './mark-footnotes.ts'
import type { ReaderDocument, ReaderElement } from './reader-element.ts'
import { addTableRules } from './table-rules.ts'

// The two are loaded with the first converter: they take as long as all the rest of a short command.
const load = createRequire(import.meta.url)

/** What of an article's HTML is written: with or without the `<header>`, whose facts a template may print itself. */
interface BodyOptions {
  readonly withHeader: boolean
}

/** Turns reader HTML into Markdown. */
export type HtmlToMarkdown = (html: ReaderHtml, options: BodyOptions) => string

/**
 * Makes a converter: turndown over linkedom, with rules for what turndown does not know. Asides become block quotes,
 * captions paragraphs under their picture, tables and footnotes those of GitHub, definition lists bold terms; `sub`, `sup` and `mark`
 * stay HTML, as Markdown has nothing for them. One converter serves many articles.
 */
export function createHtmlToMarkdown(): HtmlToMarkdown {
  const service = createService()
  const { parseHTML } = load('linkedom') as typeof Linkedom
  return (html, { withHeader }) => {
    // linkedom's own types speak of a browser's window, which this room does not have.
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`) as { document: ReaderDocument }
    const article = document.querySelector('article')
    if (article === null) return ''
    if (!withHeader) article.querySelector('header')?.remove()
    markFootnotes(article)
    // linkedom parts texts at every entity; turndown escapes by where a text begins.
    article.normalize()
    return service.turndown(article).trim()
  }
}

function createService(): Turndown {
  const TurndownService = load('turndown') as typeof Turndown
  const service = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
    hr: '---',
  })
  const escape = service.escape.bind(service)
  // turndown leaves HTML alone; in a text `<b>` is three characters and must stay visible.
  service.escape = (text) => escape(text).replace(/</g, '\\<').replace(/\|/g, '\\|').replace(/~~/g, '\\~\\~')
  service.addRule('aside', { filter: 'aside', replacement: (content) => `\n\n${quoteBlock(content.trim())}\n\n` })
  service.addRule('strikethrough', { filter: ['s', 'del'], replacement: (content) => `~~${content}~~` })
  service.addRule('heading', {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    // A row of # at the end of a heading would be taken for its closing mark.
    replacement: (content, node: ReaderElement) =>
      `\n\n${'#'.repeat(Number(node.nodeName.slice(1)))} ${oneLine(content).replace(/#+$/, '\\$&')}\n\n`,
  })
  service.addRule('term', { filter: 'dt', replacement: (content) => `\n\n**${content.trim()}**\n\n` })
  service.addRule('definition', { filter: 'dd', replacement: (content) => `\n${content.trim()}\n\n` })
  // A picture's address leads into the archive, where no other program can follow: its description stands for it.
  service.addRule('picture', {
    filter: 'img',
    replacement: (_content, node: ReaderElement) => escapeLine(node.getAttribute('alt') ?? ''),
  })
  service.addRule('preformatted', {
    filter: 'pre',
    replacement: (_content, node: ReaderElement) => `\n\n${fenceCode(node.textContent ?? '')}\n\n`,
  })
  service.keep(['sub', 'sup', 'mark'])
  addTableRules(service)
  addFootnoteRules(service)
  return service
}

function oneLine(content: string): string {
  return content.trim().replace(/\s*\n\s*/g, ' ')
}

/** A fence longer than any row of backticks inside. */
function fenceCode(code: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${code.replace(/^\n|\n$/g, '')}\n${fence}`
}
