import type { TextRange } from './text-range.ts'

/** A paragraph of a text, without the white space around it. */
export interface Paragraph extends TextRange {
  readonly text: string
}

/** The lines of a text that hold something, as blocks of reader HTML are. */
export function splitParagraphs(text: string): readonly Paragraph[] {
  return Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), ({ 0: line, index }) => {
    const start = index + line.length - line.trimStart().length
    const trimmed = line.trim()
    return { text: trimmed, start, end: start + trimmed.length }
  })
}
