import { type Block, blockText } from './block.ts'
import { isCreditLine, parseCaption } from './caption.ts'
import { isReadOnLabel, isReadOnLine } from './end-lines.ts'
import { captionOf } from './figure-markup.ts'
import { isHeadlineLike } from './headline-shape.ts'
import { apparentLength, countWords, endsSentence, isAllCaps } from './letter-shape.ts'
import type { Part, Role } from './part.ts'
import { isUtilityLine } from './utility-line.ts'

// Speech, a dialogue's dash, an aside in brackets: the beginning of running text.
const opensAsText = /^["“„«»”「『‘‚(（[–—-]/u
// Who speaks, or asks: `Q: …`, `STANDARD: …`, `Ana Ruiz: …`.
const dialogue = /^\p{L}[\p{L}\p{M}. -]{0,25}[:：]\s?\S/u
const numbered =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[IVXLC]{1,6}\.|(?:chapter|part|kapitel|teil|chapitre|глава|часть|розділ|第)\s?[\dIVX一二三四五六七八九十]+[章节部]?)(?=\s|$|[:.])/iu
// A heading names what follows in a few words; a headline says what happened in a sentence.
const LONGEST_HEADING_WORDS = 7

/** Marks captions, buttons, sub-headings and related headlines in the text below the head. */
export function markMiddle(parts: readonly Part[]): readonly Part[] {
  const isProse = parts.filter(({ block }) => isParagraph(block)).length >= 2
  const marked = parts.map((part, at): Part => {
    if (part.role !== 'body') return part
    const { block } = part
    if (block.shape === 'heading') return { block, role: 'heading' }
    if (block.shape === 'verse') return captionOf(block) === null ? part : { block, role: 'caption' }
    if (block.shape !== 'text') return part
    return { block, role: middleRole(block, parts[at - 1], parts[at + 1], isProse) }
  })
  return markListedHeadlines(marked)
}

/** Headlines below a line that says no more than `Related`. */
function markListedHeadlines(parts: readonly Part[]): readonly Part[] {
  let listed = false
  return parts.map((part) => {
    const isListed: boolean =
      listed &&
      (part.role === 'body' || part.role === 'heading') &&
      isHeadlineLike(part.block) &&
      countWords(blockText(part.block)) >= 4
    listed = isListed || (part.role === 'related' && isReadOnLabel(blockText(part.block)))
    return isListed ? { block: part.block, role: 'related' } : part
  })
}

function middleRole(block: Block, before: Part | undefined, after: Part | undefined, isProse: boolean): Role {
  const text = blockText(block)
  if (text.length > 700) return 'body'
  if (isUtilityLine(text)) return 'utility'
  if (isCreditLine(text) || parseCaption(text) !== null) return 'caption'
  if (isReadOnLine(text)) return 'related'
  const mayHead = isProse && isHeadlineLike(block) && !opensAsText.test(text) && !isListOrCry(text)
  return mayHead && stands(before, after) ? lineRole(block, before, after) : 'body'
}

/** A line that stands alone between paragraphs: a sub-heading, the headline of another article, or neither. */
function lineRole(block: Block, before: Part | undefined, after: Part | undefined): Role {
  const text = blockText(block)
  const words = countWords(text)
  const longest = longestHeading(text)
  if (longest === 0) return 'body'
  if (words <= longest && apparentLength(text) <= 100) return 'heading'
  if (longest > LONGEST_HEADING_WORDS) return 'body'
  // More white space above than below sets a heading off.
  if (block.gap > 1 && block.gap > (after?.block.gap ?? 0)) return 'heading'
  const isSentence = words > LONGEST_HEADING_WORDS && apparentLength(text) <= 160
  return isSentence && isParagraph(before?.block) && isParagraph(after?.block) ? 'related' : 'body'
}

/** Most words of a heading of this form; 0 when it is speech. */
function longestHeading(text: string): number {
  if (numbered.test(text)) return 14
  if (isAllCaps(text)) return 10
  if (dialogue.test(text)) return 0
  return /[?？]$/u.test(text) ? 16 : LONGEST_HEADING_WORDS
}

/** A list of names (teams, countries), or a cry, as readers' comments are full of. */
function isListOrCry(text: string): boolean {
  return /[!！]$/u.test(text) || (text.match(/[,;、،]/gu)?.length ?? 0) >= 3
}

/** Stands alone between finished text and a paragraph: not the last line, nor what a colon announced. */
function stands(before: Part | undefined, after: Part | undefined): boolean {
  if (after === undefined || after.block.shape === 'rule' || after.block.shape === 'verse') return false
  if (before === undefined) return true
  const text = blockText(before.block)
  return before.role !== 'body' || before.block.shape !== 'text' || (endsSentence(text) && !isShort(text))
}

function isShort(text: string): boolean {
  return apparentLength(text) < 40
}

function isParagraph(block: Block | undefined): boolean {
  if (block?.shape !== 'text') return false
  const text = blockText(block)
  return apparentLength(text) >= 80 && endsSentence(text)
}
