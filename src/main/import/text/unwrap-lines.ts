import { type Block, textBlock } from './block.ts'
import { joinLines } from './join-lines.ts'
import { apparentLength, endsSentence } from './letter-shape.ts'
import type { Line } from './split-lines.ts'
import { firstWordLength, isFullLine } from './wrap-width.ts'

// A line longer than this is a paragraph of its own: nobody wraps so wide.
const LONG_LINE = 100

/**
 * Makes paragraphs of lines that stand together: hard-wrapped lines are joined, long lines are a paragraph each, and
 * short lines (a poem, an address, headline over byline) keep their line ends.
 */
export function unwrapLines(lines: readonly Line[], gap: number, wrapWidth: number | null): readonly Block[] {
  const [first] = lines
  if (first === undefined) return []
  if (lines.length === 1) return [textBlock(first.text, gap)]
  if (lines.some((line) => apparentLength(line.text) > LONG_LINE)) return onePerLine(lines, gap)
  if (wrapWidth !== null && isWrapped(lines, wrapWidth)) return joinWrapped(lines, gap, wrapWidth)
  if (lines.every((line) => apparentLength(line.text) > 40 && endsSentence(line.text))) return onePerLine(lines, gap)
  return [{ shape: 'verse', lines: lines.map((line) => line.text), level: 0, ordered: false, gap }]
}

function onePerLine(lines: readonly Line[], gap: number): readonly Block[] {
  return lines.map((line, index) => textBlock(line.text, index === 0 ? gap : 0))
}

function isWrapped(lines: readonly Line[], width: number): boolean {
  let full = 0
  for (const [index, line] of lines.entries()) if (isFull(line, lines[index + 1], width)) full += 1
  return full * 2 >= lines.length - 1
}

function isFull(line: Line, next: Line | undefined, width: number): boolean {
  return next !== undefined && isFullLine(line.indent + apparentLength(line.text), firstWordLength(next.text), width)
}

/** A paragraph ends inside the group where a sentence ends early, or where the next line is indented. */
function joinWrapped(lines: readonly Line[], gap: number, width: number): readonly Block[] {
  const blocks: Block[] = []
  let paragraph: string[] = []
  for (const [index, line] of lines.entries()) {
    paragraph.push(line.text)
    const next = lines[index + 1]
    const endsEarly = !isFull(line, next, width) && endsSentence(line.text)
    if (next === undefined || endsEarly || (next.indent > line.indent && endsSentence(line.text))) {
      blocks.push(textBlock(joinLines(paragraph), blocks.length === 0 ? gap : 0))
      paragraph = []
    }
  }
  return blocks
}
