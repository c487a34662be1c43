import type { PartialDate } from '../../../shared/model/identity.ts'
import type { ArticleFacts } from '../../../shared/model/rendition.ts'
import { textOfMarkup } from '../html/text-of-markup.ts'
import { element, type Markup, type MarkupElement } from '../markup.ts'
import { parseHeaderLine } from '../text/header-line.ts'

/** The head of a Markdown text, and the facts its lines state. */
export interface MarkdownHead {
  readonly content: readonly Markup[]
  readonly title: string | null
  readonly names: readonly string[]
  readonly published: PartialDate | null
}

/** Puts the first heading, when it opens the text, and the bylines and dates below it into a `<header>`. */
export function splitHead(content: readonly Markup[]): MarkdownHead {
  const blocks = content.filter((node) => typeof node !== 'string' || node.trim() !== '')
  const [first] = blocks
  if (first === undefined || typeof first === 'string' || first.name !== 'h1') {
    return { content: blocks, title: null, names: [], published: null }
  }
  const head: MarkupElement[] = [first]
  const names: string[] = []
  let published: PartialDate | null = null
  for (const block of blocks.slice(1)) {
    const line = typeof block !== 'string' && block.name === 'p' ? parseHeaderLine(oneLine(block)) : null
    if (line === null || typeof block === 'string') break
    names.push(...line.names)
    published ??= line.date
    const role = line.names.length > 0 ? 'byline' : 'dateline'
    head.push(element('p', block.children, { class: role }))
  }
  const title = oneLine(first)
  return {
    content: [element('header', head), ...blocks.slice(head.length)],
    title: title === '' ? null : title,
    names,
    published,
  }
}

/** Writes the head of a text whose facts are stated beside it; none for a text without a title, which has its own. */
export function statedHead(
  { title = null, standfirst = null, byline = null }: Partial<ArticleFacts>,
  content: readonly Markup[],
): MarkdownHead {
  const lines = [
    ...(title === null ? [] : [element('h1', [title])]),
    ...(standfirst === null ? [] : [element('p', [standfirst], { class: 'standfirst' })]),
    ...(byline === null ? [] : [element('p', [byline], { class: 'byline' })]),
  ]
  const head = title === null ? [] : [element('header', lines)]
  return { content: [...head, ...content], title, names: [], published: null }
}

function oneLine(node: MarkupElement): string {
  return textOfMarkup(node.children).replaceAll(/\s+/gu, ' ').trim()
}
