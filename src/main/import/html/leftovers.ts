import type { Markup, MarkupElement } from '../markup.ts'
import { leavesOf, type Leaf, linkedLength } from './leaves.ts'
import { LABEL, PLAIN_REQUEST, REQUEST, withoutSigns } from './leftover-words.ts'
import { frameLines } from './frame-lines.ts'
import { linkBoxes } from './link-boxes.ts'
import { trailingAppeals } from './appeals.ts'
import { commentLists } from './comment-lists.ts'
import { repeatedLeaves } from './repeated-leaves.ts'
import { tailLeaves } from './tail-leaves.ts'
import { lengthOfMarkup, textOfMarkup } from './text-of-markup.ts'

/** Longest label, request, and request that needs no further sign, in UTF-16 units. */
const LONGEST = { label: 160, request: 260, plainRequest: 240 }

const BLOCKS = new Set('p div h1 h2 h3 h4 h5 h6 section blockquote ul ol li center header figure small'.split(' '))

/** What was left out, and why: for `--explain`. */
export interface Leftover {
  readonly reason: 'box' | 'label' | 'page-line' | 'related' | 'repeated' | 'request' | 'teaser'
  readonly text: string
}

/**
 * The blocks without what extraction left over: labels of link lists with their lists, requests, lone teasers, what
 * follows under the article, lines of the page above and below it, passages that stand there twice. `names` are the
 * article's authors.
 */
export function dropLeftovers(
  blocks: readonly Markup[],
  dropped: Leftover[],
  names: readonly string[] = [],
): readonly Markup[] {
  // Before labels are dropped: the first of them says where the article ends.
  const tail = tailLeaves(leavesOf(blocks))
  note('related', tail, dropped)
  const article = without(blocks, tail)
  const page = { teasers: countTeasers(article), paragraphs: countParagraphs(article) }
  // Where links stand in paragraphs of their own all over, they are the content.
  const teasersToo = page.teasers > 0 && page.teasers <= page.paragraphs * 0.34
  const kept = filterBlocks(article, teasersToo, dropped)
  const boxes = [...linkBoxes(kept), ...commentLists(kept)]
  const rest = without(kept, boxes)
  const leaves = leavesOf(rest)
  const frame = new Set(frameLines(leaves, names))
  const repeated = repeatedLeaves(leaves.filter((leaf) => !frame.has(leaf)))
  const appeals = trailingAppeals(leaves)
  note('related', boxes, dropped)
  note('request', appeals, dropped)
  note('page-line', [...frame], dropped)
  note('repeated', repeated, dropped)
  return without(rest, [...frame, ...repeated, ...appeals])
}

function note(reason: Leftover['reason'], leaves: readonly Pick<Leaf, 'text'>[], dropped: Leftover[]): void {
  for (const { text } of leaves) if (text !== '') dropped.push({ reason, text: text.slice(0, 120) })
}

function without(blocks: readonly Markup[], leaves: readonly Pick<Leaf, 'element'>[]): readonly Markup[] {
  if (leaves.length === 0) return blocks
  const doomed = new Set(leaves.map(({ element }) => element))
  const keep = (nodes: readonly Markup[]): readonly Markup[] =>
    nodes.flatMap((node): readonly Markup[] => {
      if (typeof node === 'string') return [node]
      if (doomed.has(node)) return []
      return node.children.length === 0 ? [node] : [{ ...node, children: keep(node.children) }]
    })
  return keep(blocks)
}

function filterBlocks(blocks: readonly Markup[], teasersToo: boolean, dropped: Leftover[]): readonly Markup[] {
  const kept: Markup[] = []
  let afterLabel = false
  for (const block of blocks) {
    if (typeof block === 'string' || !BLOCKS.has(block.name)) {
      kept.push(block)
      if (typeof block !== 'string' || block.trim() !== '') afterLabel = false
      continue
    }
    // Long blocks are only dropped as the list under a label.
    const isRead: boolean = afterLabel || lengthOfMarkup([block], LONGEST.request) <= LONGEST.request
    const text: string | null = isRead ? textOfMarkup([block]) : null
    const reason: Leftover['reason'] | null = text === null ? null : reasonToDrop(block, text, teasersToo, afterLabel)
    if (reason !== null) {
      dropped.push({ reason, text: (text ?? '').slice(0, 120) })
      afterLabel = reason === 'label' || afterLabel
      continue
    }
    if (text !== '') afterLabel = false
    kept.push(
      block.children.length === 0 ? block : { ...block, children: filterBlocks(block.children, teasersToo, dropped) },
    )
  }
  return kept
}

function reasonToDrop(
  block: MarkupElement,
  text: string,
  teasersToo: boolean,
  afterLabel: boolean,
): Leftover['reason'] | null {
  if (text === '' || hasPicture(block)) return null
  if (text.length <= LONGEST.label && LABEL.test(withoutSigns(text))) return 'label'
  const linked = linkedLength(block)
  if (afterLabel && linked > text.length * 0.6) return 'teaser'
  if (text.length <= LONGEST.plainRequest && PLAIN_REQUEST.test(text)) return 'request'
  if (text.length <= LONGEST.request && REQUEST.test(text) && (linked > text.length * 0.15 || isSetOff(block)))
    return 'request'
  if (teasersToo && isTeaser(block, text, linked)) return 'teaser'
  return null
}

/** A paragraph that is nothing but one link of several words: the headline of another article. */
function isTeaser(block: MarkupElement, text: string, linked: number): boolean {
  return (
    block.name === 'p' &&
    text.length >= 25 &&
    text.length <= 200 &&
    linked >= text.length * 0.95 &&
    !/^https?:/.test(text)
  )
}

function countTeasers(blocks: readonly Markup[]): number {
  return count(blocks, (block) => {
    const text = block.name === 'p' && lengthOfMarkup([block], 200) <= 200 ? textOfMarkup([block]) : ''
    return text !== '' && isTeaser(block, text, linkedLength(block))
  })
}

function countParagraphs(blocks: readonly Markup[]): number {
  return count(blocks, (block) => block.name === 'p' && lengthOfMarkup([block], 60) > 60)
}

function count(blocks: readonly Markup[], test: (block: MarkupElement) => boolean): number {
  let found = 0
  for (const block of blocks) {
    if (typeof block === 'string') continue
    found += (test(block) ? 1 : 0) + count(block.children, test)
  }
  return found
}

/** Whether all of a block's text stands in bold or italics. */
function isSetOff(block: MarkupElement): boolean {
  const children = block.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  return (
    children.length > 0 &&
    children.every(
      (child) =>
        typeof child !== 'string' && ['strong', 'em', 'b', 'i', 'small', 'a', 'br', 'span'].includes(child.name),
    )
  )
}

function hasPicture(block: MarkupElement): boolean {
  return block.children.some((child) => typeof child !== 'string' && (child.name === 'img' || hasPicture(child)))
}
