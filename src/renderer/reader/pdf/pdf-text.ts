import type { TextRange } from '../../../shared/text/text-range.ts'

/** A run of text as a PDF has it, in the order that it is read. */
export interface PdfRun {
  readonly words: string
  readonly endsLine: boolean
}

/** A stretch of one run: its page and place among the page's runs, and offsets within its words. */
export interface RunStretch extends TextRange {
  readonly page: number
  readonly run: number
}

/** The words of a whole PDF as one text, with the way back to its pages. Pages and runs count from 0. */
export interface PdfText {
  /** Runs joined as they stand, a newline after each line and two after each page. */
  readonly text: string
  /** Where a passage of `text` lies, run by run. */
  readonly stretchesOf: (range: TextRange) => readonly RunStretch[]
  /** The offset in `text` of a place in a run; null for a run that is not there. */
  readonly offsetOf: (page: number, run: number, offset: number) => number | null
}

interface PlacedRun {
  readonly page: number
  readonly run: number
  readonly start: number
  readonly end: number
}

/** Joins the runs of all pages. */
export function joinPages(pages: readonly (readonly PdfRun[])[]): PdfText {
  const placed: PlacedRun[] = []
  const starts: number[][] = []
  let text = ''
  for (const [page, runs] of pages.entries()) {
    const ofPage: number[] = []
    for (const [run, { words, endsLine }] of runs.entries()) {
      ofPage.push(text.length)
      if (words !== '') placed.push({ page, run, start: text.length, end: text.length + words.length })
      text += endsLine ? `${words}\n` : words
    }
    starts.push(ofPage)
    text += '\n'
  }
  return {
    text,
    stretchesOf: (range) => stretchesIn(placed, range),
    offsetOf: (page, run, offset) => {
      const start = starts[page]?.[run]
      return start === undefined ? null : start + offset
    },
  }
}

function stretchesIn(placed: readonly PlacedRun[], { start, end }: TextRange): readonly RunStretch[] {
  const found: RunStretch[] = []
  for (let at = firstEndingAfter(placed, start); at < placed.length; at++) {
    const here = placed[at]
    if (here === undefined || here.start >= end) break
    const { page, run } = here
    found.push({
      page,
      run,
      start: Math.max(start, here.start) - here.start,
      end: Math.min(end, here.end) - here.start,
    })
  }
  return found
}

function firstEndingAfter(placed: readonly PlacedRun[], offset: number): number {
  let [low, high] = [0, placed.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.end ?? Infinity) > offset) high = middle
    else low = middle + 1
  }
  return low
}
