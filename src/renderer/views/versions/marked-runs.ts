import type { HighlightColor } from '../../../shared/model/annotation.ts'
import type { ComparedParagraph, ComparedRun } from '../../../shared/model/comparison.ts'
import type { Mark } from '../../reader/mark.ts'

/** A piece of a run of compared words that lies in one highlight, or (null) in none. */
export interface MarkedRun extends ComparedRun {
  readonly color: HighlightColor | null
}

/** Highlights as they lie in either of the two texts. */
export interface ComparedMarks {
  readonly from: readonly Mark[]
  readonly to: readonly Mark[]
}

/**
 * The runs of a paragraph cut where highlights begin and end: words that went by the highlights of the older text, all
 * others by those of the newer one. Of two highlights on the same words the first is told.
 */
export function markedRuns({ from, to, runs }: ComparedParagraph, marks: ComparedMarks): readonly MarkedRun[] {
  const at = { from: from?.start ?? 0, to: to?.start ?? 0 }
  return runs.flatMap((run) => {
    const side = run.kind === 'removed' ? 'from' : 'to'
    const pieces = cut(run, at[side], marks[side])
    if (run.kind !== 'added') at.from += run.text.length
    if (run.kind !== 'removed') at.to += run.text.length
    return pieces
  })
}

function cut({ kind, text }: ComparedRun, start: number, marks: readonly Mark[]): readonly MarkedRun[] {
  const end = start + text.length
  const near = marks.filter((mark) => mark.start < end && mark.end > start)
  const edges = near.flatMap((mark) => [mark.start, mark.end]).filter((edge) => edge > start && edge < end)
  const cuts = [...new Set([start, ...edges, end])].toSorted((one, other) => one - other)
  return cuts.slice(1).map((until, index) => {
    const from = cuts[index] ?? start
    const mark = near.find((one) => one.start < until && one.end > from)
    return { kind, text: text.slice(from - start, until - start), color: mark?.color ?? null }
  })
}
