import type { Markup, MarkupElement } from '../markup.ts'
import { textOfMarkup } from './text-of-markup.ts'

/** A block that holds no other: a paragraph, a heading, an item of a list. */
export interface Leaf {
  readonly element: MarkupElement
  readonly text: string
  /** UTF-16 units of the text inside links. */
  readonly linked: number
  /** Names of the blocks around it. */
  readonly within: readonly string[]
}

const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 section blockquote ul ol li center header footer figure figcaption small pre table thead tbody tfoot tr td th dl dt dd aside article main hr'.split(
    ' ',
  ),
)

/** The blocks that hold no others, in reading order; text that stands beside blocks is in none. */
export function leavesOf(blocks: readonly Markup[]): readonly Leaf[] {
  const leaves: Leaf[] = []
  gather(blocks, [], leaves)
  return leaves
}

function gather(blocks: readonly Markup[], within: readonly string[], leaves: Leaf[]): void {
  for (const block of blocks) {
    if (typeof block === 'string') continue
    if (BLOCKS.has(block.name) && !hasBlocks(block)) {
      leaves.push({ element: block, text: textOfMarkup([block]), linked: linkedLength(block), within })
    } else {
      gather(block.children, BLOCKS.has(block.name) ? [...within, block.name] : within, leaves)
    }
  }
}

function hasBlocks(element: MarkupElement): boolean {
  return element.children.some((child) => typeof child !== 'string' && (BLOCKS.has(child.name) || hasBlocks(child)))
}

/** UTF-16 units of the text of an element that stands in links. */
export function linkedLength(block: MarkupElement): number {
  if (block.name === 'a') return textOfMarkup([block]).length
  return block.children.reduce((sum, child) => sum + (typeof child === 'string' ? 0 : linkedLength(child)), 0)
}
