import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import { h, type VNode } from 'vue'
import { deepLinkPattern, parseDeepLink, type DeepLink } from '../../../shared/text/deep-link.ts'
import { safeAddress } from './safe-address.ts'

type Node = VNode | string

/**
 * Draws a link to an article or a highlight. `words` are null for a bare address, which is shown as what it leads to.
 */
export type DrawLink = (to: DeepLink, words: readonly Node[] | null) => VNode

/** Where a token stands: how deep, and who draws links of Offprint; null = they are no links here. */
interface Within {
  readonly depth: number
  readonly drawLink: DrawLink | null
}

/**
 * Markdown as Vue nodes of a few known elements. HTML in it is shown as the text it is, pictures as their description:
 * nothing of the source becomes an element, attribute or address unless it is named here. Links of Offprint are drawn by
 * `drawLink`; without it they are words like other links.
 */
export function markdownNodes(markdown: string, drawLink: DrawLink | null = null): readonly Node[] {
  try {
    return nodesOf(lexer(markdown, { gfm: true }), { depth: 0, drawLink })
  } catch (error) {
    // Thousands of nested quotes end the stack within marked; such a text is shown as it is written.
    if (error instanceof RangeError) return [h('pre', markdown)]
    throw error
  }
}

/** Deeper nesting is shown as source: lists within lists can be piled up until the stack ends. */
const DEEPEST = 40

function nodesOf(tokens: readonly Token[] | undefined, within: Within): Node[] {
  return (tokens ?? []).flatMap((token) => {
    if (within.depth > DEEPEST) return [token.raw]
    const known = token as MarkedToken
    const deeper = { ...within, depth: within.depth + 1 }
    return blockNodes(known, deeper) ?? inlineNodes(known, deeper) ?? [token.raw]
  })
}

/** Nodes of a block, null for what is none. */
function blockNodes(token: MarkedToken, within: Within): Node[] | null {
  switch (token.type) {
    case 'space':
    case 'def':
      return []
    case 'heading':
      return [headingNode(token, within)]
    case 'paragraph':
      return [h('p', nodesOf(token.tokens, within))]
    case 'blockquote':
      return [h('blockquote', nodesOf(token.tokens, within))]
    case 'code':
      return [h('pre', [h('code', token.text)])]
    case 'hr':
      return [h('hr')]
    case 'list':
      return [listNode(token, within)]
    case 'table':
      return [tableNode(token, within)]
    case 'html':
      return token.block ? [h('pre', { class: 'md-html' }, token.text)] : [token.text]
    default:
      return null
  }
}

/** A heading of no words is none: whoever goes from heading to heading would find nothing there. */
function headingNode({ depth: level, text, tokens }: Tokens.Heading, within: Within): VNode {
  const words = nodesOf(tokens, within)
  return text.trim() === '' ? h('p', words) : h(`h${Math.min(6, Math.max(1, level))}`, words)
}

function listNode(list: Tokens.List, within: Within): VNode {
  const items = list.items.map((item) => h('li', nodesOf(item.tokens, within)))
  const start = typeof list.start === 'number' && list.start !== 1 ? { start: list.start } : {}
  return list.ordered ? h('ol', start, items) : h('ul', items)
}

function tableNode(table: Tokens.Table, within: Within): VNode {
  const row = (cells: readonly Tokens.TableCell[], tag: 'th' | 'td'): VNode =>
    h(
      'tr',
      cells.map((cell) => h(tag, nodesOf(cell.tokens, within))),
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
function inlineNodes(token: MarkedToken, within: Within): Node[] | null {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined ? textNodes(token.text, within) : nodesOf(token.tokens, within)
    case 'escape':
      return [plain(token.text)]
    case 'strong':
    case 'em':
    case 'del':
      return [h(token.type, nodesOf(token.tokens, within))]
    case 'codespan':
      return [h('code', token.text)]
    case 'br':
      return [h('br')]
    case 'checkbox':
      return [token.checked ? '☑ ' : '☐ ']
    case 'link':
      return [linkNode(token, within)]
    case 'image':
      return [h('span', { class: 'md-picture' }, token.text === '' ? token.href : token.text)]
    default:
      return null
  }
}

/** A link of Offprint as `drawLink` draws it. Any other can be read but not followed; its address is its tooltip. */
function linkNode(link: Tokens.Link, within: Within): VNode {
  const to = within.drawLink === null ? null : parseDeepLink(link.href)
  const words = nodesOf(link.tokens, within)
  if (to !== null && within.drawLink !== null) {
    return within.drawLink(to, link.text === '' || link.text === link.href ? null : words)
  }
  const address = safeAddress(link.href)
  return h('span', { class: 'md-link', ...(address === null ? {} : { title: address }) }, words)
}

/** Plain words, with bare addresses of Offprint in them as links. */
function textNodes(text: string, { drawLink }: Within): Node[] {
  if (drawLink === null) return [plain(text)]
  const nodes: Node[] = []
  let from = 0
  for (const match of text.matchAll(deepLinkPattern())) {
    const to = parseDeepLink(match[0])
    if (to === null) continue
    nodes.push(plain(text.slice(from, match.index)), drawLink(to, null))
    from = match.index + match[0].length
  }
  return [...nodes, plain(text.slice(from))].filter((node) => node !== '')
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Entities that Markdown knows as characters; the rest stands as written. */
function plain(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}
