import { type Block, textBlock } from './block.ts'
import { isBodyLike } from './headline-shape.ts'
import { parseHeaderLine } from './header-line.ts'
import { parseLabelledLine } from './labelled-line.ts'
import { isPublicationName } from './publication-name.ts'

/**
 * Cuts the groups of short lines before the first paragraph into lines where a headline, byline and date stand
 * together with no blank line between them. Other groups (a poem, a headline on two lines) stay whole.
 */
export function splitHeadLines(blocks: readonly Block[]): readonly Block[] {
  const head: Block[] = []
  let paragraphs = 0
  for (const [index, block] of blocks.entries()) {
    if (block.shape === 'verse' && isHeadGroup(block, index)) {
      for (const [at, line] of block.lines.entries()) head.push(textBlock(line, at === 0 ? block.gap : 0))
      continue
    }
    // The first paragraph may be a standfirst, with the byline and date below it.
    if (isBodyLike(block)) paragraphs += 1
    if (paragraphs > 1 || index > 20) return [...head, ...blocks.slice(index)]
    head.push(block)
  }
  return head
}

function isHeadGroup({ lines }: Block, index: number): boolean {
  const stated = lines.filter((line) => parseHeaderLine(line) !== null)
  const labelled = lines.filter((line) => parseLabelledLine(line) !== null)
  if (stated.length > 0 && lines.length <= 12) return true
  if (index === 0 && labelled.length >= 2 && labelled.length * 2 >= lines.length) return true
  return index === 0 && lines.length === 2 && isPublicationName(lines[0] ?? '')
}
