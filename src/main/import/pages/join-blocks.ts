import type { Markup, MarkupElement } from '../markup.ts'
import { textOfMarkup } from '../html/text-of-markup.ts'

/** What stands at the beginning or the end of a page and is more than this many characters long is text, not furniture. */
const LONGEST_FURNITURE = 600
/** How many blocks at either end are held against those of the other pages. */
const AT_AN_END = 12

/**
 * The blocks of an article out of those of its pages, in order. The header is the first page's. What several pages begin with
 * (a standfirst, a picture) stays where it comes first, what they end with (a note on the author, a list of links) where it
 * comes last; nothing in between is left out.
 */
export function joinBlocks(pages: readonly (readonly Markup[])[]): readonly Markup[] {
  const bodies = pages.map((blocks, index) => (index === 0 ? blocks : blocks.filter((block) => !isHeader(block))))
  const beginnings = bodies.map((blocks) => blocks.slice(0, AT_AN_END).map(nameOf))
  const endings = bodies.map((blocks) => blocks.slice(-AT_AN_END).map(nameOf))
  return bodies.flatMap((blocks, index) => {
    const before = new Set(beginnings.slice(0, index).flat())
    const after = new Set(endings.slice(index + 1).flat())
    const start = index === 0 ? 0 : leading(blocks, before)
    return blocks.slice(start, trailing(blocks, start, after))
  })
}

function isHeader(block: Markup): block is MarkupElement {
  return typeof block !== 'string' && block.name === 'header'
}

function leading(blocks: readonly Markup[], known: ReadonlySet<string | null>): number {
  let start = 0
  while (start < Math.min(blocks.length, AT_AN_END) && isKnown(blocks[start], known)) start++
  return start
}

function trailing(blocks: readonly Markup[], start: number, known: ReadonlySet<string | null>): number {
  let end = blocks.length
  while (end > Math.max(start, blocks.length - AT_AN_END) && isKnown(blocks[end - 1], known)) end--
  return end
}

/** Empty blocks and white space between blocks go with what is beside them. */
function isKnown(block: Markup | undefined, known: ReadonlySet<string | null>): boolean {
  const name = block === undefined ? null : nameOf(block)
  return name === '' || (name !== null && known.has(name))
}

/** What a block says or shows; null for one too long to be more than text. */
function nameOf(block: Markup): string | null {
  const text = textOfMarkup([block]).toLowerCase()
  if (text.length > LONGEST_FURNITURE) return null
  return text === '' ? picturesOf(block).join(' ') : text
}

function picturesOf(block: Markup): readonly string[] {
  if (typeof block === 'string') return []
  const own = block.name === 'img' ? [block.attributes['src'] ?? ''] : []
  return [...own, ...block.children.flatMap(picturesOf)]
}
