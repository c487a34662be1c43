import { type Block, blockText } from './block.ts'
import { startsWithDateline } from './dateline.ts'
import { apparentLength, endsWithStop, hasSentenceBreak, isOpenEnded, startsSmall } from './letter-shape.ts'

// Longest headline, in apparent columns.
const LONGEST_HEADLINE = 220

/** Whether a block could be a headline by its shape: short, one sentence at most, not left open, no full stop. */
export function isHeadlineLike(block: Block): boolean {
  const text = blockText(block)
  if (block.shape !== 'text' && block.shape !== 'heading') return false
  if (apparentLength(text) > LONGEST_HEADLINE || !/\p{L}/u.test(text)) return false
  return (
    !endsWithStop(text) &&
    !isOpenEnded(text) &&
    !startsSmall(text) &&
    !hasSentenceBreak(text.replace(/^[\dIVXLC.]{1,8}[.)]\s/u, ''))
  )
}

/** Whether a block is surely a paragraph of running text, so that the header is over. */
export function isBodyLike(block: Block): boolean {
  if (block.shape === 'quote' || block.shape === 'list' || block.shape === 'rule') return block.shape !== 'rule'
  if (block.shape === 'verse') return block.lines.length > 3
  if (block.shape === 'heading') return false
  const text = blockText(block)
  const length = apparentLength(text)
  if (length >= LONGEST_HEADLINE || startsWithDateline(text)) return true
  return length >= 60 && (endsWithStop(text) || hasSentenceBreak(text))
}
