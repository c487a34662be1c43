import type { TextRange } from '../../shared/text/text-range.ts'

/** A passage without the white space at its ends; null when it is nothing else. */
export function trimRange(text: string, { start, end }: TextRange): TextRange | null {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = end - (words.length - words.trimEnd().length)
  return from < to ? { start: from, end: to } : null
}
