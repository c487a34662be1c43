import type { LineGroup } from './group-lines.ts'
import { apparentLength } from './letter-shape.ts'

// Programs that wrap do so between 60 and 80 columns; some news agencies at 40. Above 100 a line is a paragraph.
const NARROWEST = 40
const WIDEST = 100

/**
 * The column at which the text was hard-wrapped, or null when its lines were not: most lines that another one follows
 * are nearly that long, and none is longer.
 */
export function findWrapWidth(groups: readonly LineGroup[]): number | null {
  const inner: { readonly length: number; readonly next: number }[] = []
  let longest = 0
  for (const { lines } of groups) {
    for (const [index, line] of lines.entries()) {
      const length = line.indent + apparentLength(line.text)
      longest = Math.max(longest, length)
      const following = lines[index + 1]
      if (following !== undefined) inner.push({ length, next: firstWordLength(following.text) })
    }
  }
  if (inner.length < 3 || longest < NARROWEST || longest > WIDEST) return null
  const full = inner.filter(({ length, next }) => isFullLine(length, next, longest))
  return full.length >= inner.length * 0.6 ? longest : null
}

/** Whether a line was broken because the next word had no room; ragged wrapping may leave up to 8 columns. */
export function isFullLine(length: number, nextWord: number, width: number): boolean {
  return length + 1 + nextWord > width - 8
}

/** Length of the first word of a line, in apparent columns; unspaced scripts break anywhere. */
export function firstWordLength(text: string): number {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? 3
    : (/^\S{1,60}/u.exec(text)?.[0].length ?? 0)
}
