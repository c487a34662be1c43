import { medianSize, type Column } from './reading-order.ts'
import type { Segment } from './page-segments.ts'

/** A block of the text. */
export interface PdfBlock {
  readonly kind: 'heading' | 'paragraph'
  readonly text: string
  readonly size: number
  /** Page it begins on, from 1. */
  readonly page: number
}

/** Columns of the whole document, in order. */
export interface PagedColumn {
  readonly page: number
  readonly lines: Column
}

/** Larger than the body by this factor is a heading, when it is short. */
const HEADING_FACTOR = 1.15
const LONGEST_HEADING = 250
/** Distance of lines in type sizes; double-spaced manuscripts have two. */
const WIDEST_LEADING = 2.1

/** Joins lines to paragraphs and headings, over columns and pages; words parted at a line's end become whole. */
export function paragraphsOf(columns: readonly PagedColumn[]): readonly PdfBlock[] {
  const bodySize = sizeOfBody(columns)
  const words = wordsWithHyphen(columns)
  const blocks: { kind: PdfBlock['kind']; lines: string[]; size: number; page: number }[] = []
  for (const { page, lines } of columns) {
    const column = measure(lines)
    let above: Segment | null = null
    for (const line of lines) {
      const last = blocks.at(-1)
      const kind = line.size >= bodySize * HEADING_FACTOR ? 'heading' : 'paragraph'
      const isOpen =
        last?.kind === kind &&
        (above === null ? continues(last.lines.at(-1) ?? '', line.text, kind) : follows(above, line, column))
      if (last !== undefined && isOpen) last.lines.push(line.text)
      else blocks.push({ kind, lines: [line.text], size: line.size, page })
      above = line
    }
  }
  return blocks.map(({ kind, lines, size, page }) => {
    const text = joinLines(lines, words)
    return { kind: kind === 'heading' && text.length > LONGEST_HEADING ? 'paragraph' : kind, text, size, page }
  })
}

interface ColumnMeasure {
  readonly left: number
  readonly right: number
  /** Distance between lines. */
  readonly leading: number
}

function measure(lines: Column): ColumnMeasure {
  const lefts = lines.map(({ left }) => left).sort((one, other) => one - other)
  const rights = lines.map(({ right }) => right).sort((one, other) => one - other)
  const size = medianSize(lines)
  const steps = lines
    .flatMap(({ y }, index) => {
      const above = lines[index - 1]
      return above === undefined || y - above.y <= 1 ? [] : [y - above.y]
    })
    .sort((one, other) => one - other)
  return {
    left: lefts[Math.floor(lefts.length / 4)] ?? 0,
    right: rights[Math.floor(rights.length * 0.9)] ?? 0,
    leading: Math.min(steps[Math.floor(steps.length / 3)] ?? size * 1.2, size * WIDEST_LEADING),
  }
}

/** Whether a line goes on with the paragraph of the one above it. */
function follows(above: Segment, line: Segment, { left, right, leading }: ColumnMeasure): boolean {
  const step = line.y - above.y
  const isSameSize = Math.abs(line.size - above.size) < 0.1 * Math.max(line.size, above.size)
  // On one line: cells of a table, a number and its title.
  if (Math.abs(step) < line.size * 0.45) return true
  if (!isSameSize || step < 0 || step > Math.max(leading, line.size * 1.1) * 1.35) return false
  const isIndented = line.left - left > line.size * 0.8 && above.left - left < line.size * 0.5
  const endsEarly = right - above.right > (right - left) * 0.2 && /[.!?:;»”"’)\]]$/.test(above.text)
  return !isIndented && !endsEarly && !/^(?:[•▪◦‣·–—*-]|\(?\d{1,3}[.)])\s/.test(line.text)
}

/** Whether a paragraph goes on in the next column or on the next page. */
function continues(end: string, start: string, kind: PdfBlock['kind']): boolean {
  return kind === 'paragraph' && !/[.!?:»”"]$/.test(end) && (/^\p{Ll}/u.test(start) || /[\p{L}][-\u00ad]$/u.test(end))
}

/** The size in which most letters are set. */
function sizeOfBody(columns: readonly PagedColumn[]): number {
  const letters = new Map<number, number>()
  for (const { lines } of columns) {
    for (const { size, text } of lines) {
      const rounded = Math.round(size * 2) / 2
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
    }
  }
  return [...letters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 10
}

/** Words that have their hyphen in the middle of a line: at the end of one it is theirs too. */
function wordsWithHyphen(columns: readonly PagedColumn[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { lines } of columns) {
    for (const { text } of lines) {
      for (const [word] of text.matchAll(/\p{L}+-\p{L}+/gu)) words.add(word.toLowerCase())
    }
  }
  return words
}

function joinLines(lines: readonly string[], hyphenated: ReadonlySet<string>): string {
  let text = ''
  for (const line of lines) {
    const [, before] = /(\p{L}+)[-\u00ad\u2010]$/u.exec(text) ?? []
    const [, after] = /^(\p{Ll}+)/u.exec(line) ?? []
    if (before !== undefined && after !== undefined) {
      const isOwn = !text.endsWith('\u00ad') && hyphenated.has(`${before}-${after}`.toLowerCase())
      text = `${isOwn ? text : text.slice(0, -1)}${line}`
    } else if (text === '' || /[\u3040-\u30ff\u3400-\u9fff]$/.test(text)) text += line
    else text += ` ${line}`
  }
  return text.replaceAll('\u00ad', '')
}
