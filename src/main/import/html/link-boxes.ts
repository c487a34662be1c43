import type { Markup, MarkupElement } from '../markup.ts'
import { linkedLength, type Leaf } from './leaves.ts'
import { LABEL, LEADING_LABEL, withoutSigns } from './leftover-words.ts'
import { lengthOfMarkup, textOfMarkup } from './text-of-markup.ts'

/** A list of links to other articles: so much of its text in links, words in each on average, in a lone one. */
const LIST = { share: 0.9, words: 4, wordsOfOne: 6 }
/** A paragraph that is a label and the headlines it points to: so much of it in links, so long at most. */
const LINE = { share: 0.6, longest: 600 }
/** Of a page with more of its text in such boxes they are the content. */
const MOST_SHARE = 0.2

/**
 * Lists of links with whole headlines in them, and lines such as "Related: another article", between the paragraphs of an
 * article. Links within the page are its own contents and stay.
 */
export function linkBoxes(blocks: readonly Markup[]): readonly Pick<Leaf, 'element' | 'text'>[] {
  const found: Pick<Leaf, 'element' | 'text'>[] = []
  gather(blocks, found)
  const inBoxes = found.reduce((sum, { text }) => sum + text.length, 0)
  return inBoxes > lengthOfMarkup(blocks) * MOST_SHARE ? [] : found
}

function gather(blocks: readonly Markup[], found: Pick<Leaf, 'element' | 'text'>[]): void {
  let before: MarkupElement | null = null
  for (const block of blocks) {
    if (typeof block === 'string' || block.name === 'table' || block.name === 'header') continue
    const isList = block.name === 'ul' || block.name === 'ol'
    const isBox = isList ? isLinkList(block, before) : LINES.has(block.name) && isLine(block)
    if (isBox) found.push({ element: block, text: textOfMarkup([block]) })
    // A list in a list goes on with what its item says.
    else if (!isList) gather(block.children, found)
    before = block
  }
}

const LINES = new Set(['p', 'div', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'])

/** A list that a sentence before it announces (`These are:`) belongs to that sentence. */
function isLinkList({ name, children }: MarkupElement, before: MarkupElement | null): boolean {
  const [first, ...others] = children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  const isLabelled = first !== undefined && others.length > 0 && LABEL.test(withoutSigns(textOfMarkup([first])))
  const items = isLabelled ? others : children
  const links = linksIn(items)
  if (links.length === 0 || links.some((href) => href.startsWith('#'))) return false
  const text = textOfMarkup(items)
  if (linkedLength({ name, children: items, attributes: {} }) < text.length * LIST.share) return false
  if (!isLabelled && before !== null && ANNOUNCING.test(textOfMarkup([before]))) return false
  return text.split(/\s+/).length >= Math.max(LIST.wordsOfOne, links.length * LIST.words)
}

const ANNOUNCING = /[:：]\s*$/u

function isLine(block: MarkupElement): boolean {
  if (lengthOfMarkup([block], LINE.longest) > LINE.longest) return false
  const links = linksIn(block.children)
  if (links.length === 0 || links.some((href) => href.startsWith('#'))) return false
  const text = textOfMarkup([block])
  const linked = linkedLength(block)
  if (POINTING.test(text) && /^h\d$/.test(block.name)) return linked >= text.length * LIST.share
  return LEADING_LABEL.test(withoutSigns(text)) && linked >= text.length * LINE.share
}

/** A heading that ends with an arrow leads somewhere else. */
const POINTING = /(?:>>+|»|→|➜|➔|›)$/u

function linksIn(nodes: readonly Markup[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (typeof node === 'string') return []
    return node.name === 'a' ? [node.attributes['href'] ?? ''] : linksIn(node.children)
  })
}
