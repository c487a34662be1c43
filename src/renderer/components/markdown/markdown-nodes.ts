import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import { h, type VNode } from 'vue'
import { safeAddress } from './safe-address.ts'

type Node = VNode | string

/**
 * Markdown as Vue nodes of a few known elements. HTML in it is shown as the text it is, pictures as their description:
 * nothing of the source becomes an element, attribute or address unless it is named here.
 */
export function markdownNodes(markdown: string): readonly Node[] {
  try {
    return nodesOf(lexer(markdown, { gfm: true }), 0)
  } catch (error) {
    // Thousands of nested quotes end the stack within marked; such a text is shown as it is written.
    if (error instanceof RangeError) return [h('pre', markdown)]
    throw error
  }
}

/** Deeper nesting is shown as source: lists within lists can be piled up until the stack ends. */
const DEEPEST = 40

function nodesOf(tokens: readonly Token[] | undefined, depth: number): Node[] {
  return (tokens ?? []).flatMap((token) => {
    if (depth > DEEPEST) return [token.raw]
    const known = token as MarkedToken
    return blockNodes(known, depth + 1) ?? inlineNodes(known, depth + 1) ?? [token.raw]
  })
}

/** Nodes of a block, null for what is none. */
function blockNodes(token: MarkedToken, depth: number): Node[] | null {
  switch (token.type) {
    case 'space':
    case 'def':
      return []
    case 'heading':
      return [headingNode(token, depth)]
    case 'paragraph':
      return [h('p', nodesOf(token.tokens, depth))]
    case 'blockquote':
      return [h('blockquote', nodesOf(token.tokens, depth))]
    case 'code':
      return [h('pre', [h('code', token.text)])]
    case 'hr':
      return [h('hr')]
    case 'list':
      return [listNode(token, depth)]
    case 'table':
      return [tableNode(token, depth)]
    case 'html':
      return token.block ? [h('pre', { class: 'md-html' }, token.text)] : [token.text]
    default:
      return null
  }
}

/** A heading of no words is none: whoever goes from heading to heading would find nothing there. */
function headingNode({ depth: level, text, tokens }: Tokens.Heading, depth: number): VNode {
  const words = nodesOf(tokens, depth)
  return text.trim() === '' ? h('p', words) : h(`h${Math.min(6, Math.max(1, level))}`, words)
}

function listNode(list: Tokens.List, depth: number): VNode {
  const items = list.items.map((item) => h('li', nodesOf(item.tokens, depth)))
  const start = typeof list.start === 'number' && list.start !== 1 ? { start: list.start } : {}
  return list.ordered ? h('ol', start, items) : h('ul', items)
}

function tableNode(table: Tokens.Table, depth: number): VNode {
  const row = (cells: readonly Tokens.TableCell[], tag: 'th' | 'td'): VNode =>
    h(
      'tr',
      cells.map((cell) => h(tag, nodesOf(cell.tokens, depth))),
    )
  return h('table', [
    h('thead', [row(table.header, 'th')]),
    h(
      'tbody',
      table.rows.map((cells) => row(cells, 'td')),
    ),
  ])
}

/** Nodes within a line, null for what is none. */
function inlineNodes(token: MarkedToken, depth: number): Node[] | null {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined ? [plain(token.text)] : nodesOf(token.tokens, depth)
    case 'escape':
      return [plain(token.text)]
    case 'strong':
    case 'em':
    case 'del':
      return [h(token.type, nodesOf(token.tokens, depth))]
    case 'codespan':
      return [h('code', token.text)]
    case 'br':
      return [h('br')]
    case 'checkbox':
      return [token.checked ? '☑ ' : '☐ ']
    case 'link':
      return [linkNode(token, depth)]
    case 'image':
      return [h('span', { class: 'md-picture' }, token.text === '' ? token.href : token.text)]
    default:
      return null
  }
}

/** A link that can be read but not followed: a preview goes nowhere. Its address is its tooltip. */
function linkNode(link: Tokens.Link, depth: number): VNode {
  const address = safeAddress(link.href)
  return h('span', { class: 'md-link', ...(address === null ? {} : { title: address }) }, nodesOf(link.tokens, depth))
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Entities that Markdown knows as characters; the rest stands as written. */
function plain(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}
