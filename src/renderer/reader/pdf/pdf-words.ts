import type { TextRange } from '../../../shared/text/text-range.ts'
import { trimRange } from '../trim-range.ts'
import type { PdfText, RunStretch } from './pdf-text.ts'

/** The elements of runs that are laid out now, by page: what ranges and selections are translated with. */
export interface PdfWords {
  readonly put: (page: number, runs: readonly HTMLElement[]) => void
  readonly drop: (page: number) => void
  /** Live ranges of a passage on pages that are laid out. */
  readonly rangesOf: (text: PdfText, range: TextRange) => readonly Range[]
  /** The passage that a selection in the pages spans; null when it is none of their words. */
  readonly selected: (text: PdfText, selection: Selection) => TextRange | null
}

/** Nothing is laid out yet. */
export function createPdfWords(): PdfWords {
  const pages = new Map<number, readonly HTMLElement[]>()
  const places = new WeakMap<Node, { readonly page: number; readonly run: number }>()

  function live({ page, run, start, end }: RunStretch): Range | null {
    const words = pages.get(page)?.[run]?.firstChild
    if (!(words instanceof Text) || end > words.length) return null
    const range = document.createRange()
    range.setStart(words, start)
    range.setEnd(words, end)
    return range
  }

  /** Runs that a selection touches, in the order of the pages. A press beside the words begins or ends between runs. */
  function touched(selection: Range): readonly HTMLElement[] {
    return [...pages.keys()]
      .toSorted((one, other) => one - other)
      .flatMap(
        (page) => pages.get(page)?.filter((run) => run.textContent !== '' && selection.intersectsNode(run)) ?? [],
      )
  }

  function offsetIn(text: PdfText, run: HTMLElement | undefined, offset: number): number | null {
    const place = run === undefined ? undefined : places.get(run)
    return place === undefined ? null : text.offsetOf(place.page, place.run, offset)
  }

  return {
    put: (page, runs) => {
      pages.set(page, runs)
      for (const [run, element] of runs.entries()) places.set(element, { page, run })
    },
    drop: (page) => {
      pages.delete(page)
    },
    rangesOf: (text, range) => text.stretchesOf(range).flatMap((stretch) => live(stretch) ?? []),
    selected: (text, selection) => {
      if (selection.isCollapsed || selection.rangeCount === 0) return null
      const range = selection.getRangeAt(0)
      const runs = touched(range)
      const [first, last] = [runs[0], runs.at(-1)]
      const begins = first?.contains(range.startContainer) === true ? range.startOffset : 0
      const ends = last?.contains(range.endContainer) === true ? range.endOffset : (last?.textContent.length ?? 0)
      const start = offsetIn(text, first, begins)
      const end = offsetIn(text, last, ends)
      return start === null || end === null || end <= start ? null : trimRange(text.text, { start, end })
    },
  }
}
