import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { decode } from '../../src/main/import/encoding/decode.ts'
import { extractHtml } from '../../src/main/import/html/extract-html.ts'
import { textOfMarkup } from '../../src/main/import/html/text-of-markup.ts'
import type { Markup } from '../../src/main/import/markup.ts'
import type { Answer } from './score.ts'

/** Makes an answer from the text of a page. */
export type Extractor = (html: string, url: string | null) => Answer | Promise<Answer>

/** Reads a page's bytes as both extractors get them. */
export function readPage(bytes: Uint8Array): string {
  return decode(bytes, { declared: null, kind: 'html' }).text
}

/** Our own: the body's text as `extract` answers it (without header, captions, asides and footer). */
export const ours = (html: string, url: string | null): Answer => {
  const result = extractHtml(html, { url })
  if (!result.ok) return { text: '', title: null, author: null, date: null }
  const { content, facts } = result.value
  const text = textOfMarkup(bodyOf(content))
  return { text, title: facts.title, author: facts.byline, date: facts.published }
}

/** The same with everything that is kept: header, asides and footer too. */
export const oursWhole = (html: string, url: string | null): Answer => {
  const result = extractHtml(html, { url })
  const text = result.ok ? result.value.content.map(wholeText).join('\n') : ''
  return { text, title: null, author: null, date: null }
}

/** Plain Readability over linkedom. */
export const readability: Extractor = (html) => {
  // This project of the type checker knows no DOM; the page is passed from one library to the other unseen.
  const page: unknown = parseHTML(html)
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- `Document` has no meaning in this project
  const { document } = page as { document: ConstructorParameters<typeof Readability>[0] }
  const found = new Readability(document).parse()
  return {
    text: found?.textContent ?? '',
    title: found?.title ?? null,
    author: found?.byline ?? null,
    date: found?.publishedTime ?? null,
  }
}

/** Defuddle without the types of a browser, which this project of the type checker does not know. */
const readByDefuddle = Defuddle as unknown as (
  document: unknown,
  url: string | undefined,
  options: { readonly useAsync: boolean },
) => Promise<{ content: string; title: string; author: string; published: string }>

/** Defuddle over linkedom, kept from asking the network for anything. */
export const defuddle: Extractor = async (html, url) => {
  const { document } = parseHTML(html) as unknown as { readonly document: unknown }
  // What it makes of broken JSON-LD it writes to the console, page after page.
  const { error } = console
  console.error = () => undefined
  const found = await readByDefuddle(document, url ?? undefined, { useAsync: false }).finally(() => {
    console.error = error
  })
  // It may answer a body, which must not stand in another.
  const inner = found.content.replace(/^<body>|<\/body>$/g, '')
  const content = parseHTML(`<html><body>${inner}</body></html>`) as unknown as {
    readonly document: { readonly body: { readonly textContent: string } }
  }
  return {
    text: content.document.body.textContent,
    title: found.title || null,
    author: found.author || null,
    date: found.published || null,
  }
}

function wholeText(node: Markup): string {
  return typeof node === 'string' ? node : node.children.map(wholeText).join('')
}

function bodyOf(nodes: readonly Markup[]): readonly Markup[] {
  return nodes.flatMap((node): readonly Markup[] => {
    if (typeof node === 'string') return [node]
    if (['header', 'figcaption', 'aside', 'footer'].includes(node.name)) return []
    return [{ ...node, children: bodyOf(node.children) }]
  })
}
