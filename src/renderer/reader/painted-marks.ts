import type { AnnotationUid } from '../../shared/model/identity.ts'
import type { MarkLayer } from './highlight-names.ts'
import type { Mark } from './mark.ts'
import type { TextMap } from './text-map.ts'

/** A mark with the range it is painted by. */
export interface PaintedMark {
  readonly mark: Mark
  readonly range: Range
}

/** The marks that are painted, each by one live range. */
export interface PaintedMarks {
  /** Makes these the painted ones; what stays the same keeps its range and is not painted again. */
  readonly replace: (marks: readonly Mark[]) => void
  readonly get: (uid: AnnotationUid) => PaintedMark | undefined
  readonly markOf: (range: AbstractRange) => Mark | null
}

/** The painted set of a mark's pen. */
export type SetOfPen = (mark: Pick<Mark, 'color'>, layer: MarkLayer) => Highlight | undefined

/** Keeps ranges and marks together. */
export function createPaintedMarks(map: TextMap, setOf: SetOfPen): PaintedMarks {
  const painted = new Map<AnnotationUid, PaintedMark>()
  const byRange = new WeakMap<AbstractRange, Mark>()

  function keep(entry: PaintedMark): void {
    painted.set(entry.mark.uid, entry)
    byRange.set(entry.range, entry.mark)
  }

  function remove({ mark, range }: PaintedMark): void {
    for (const layer of ['rest', 'hover', 'active'] as const) setOf(mark, layer)?.delete(range)
    painted.delete(mark.uid)
  }

  function add(mark: Mark): void {
    const range = map.rangeOf(mark)
    if (range === null) return
    keep({ mark, range })
    setOf(mark, 'rest')?.add(range)
  }

  /* A mark that was shown before it was kept gets its uid: the same range stays, also one that is still being drawn. */
  function rename(leaving: Set<PaintedMark>, mark: Mark): boolean {
    const entry = [...leaving].find((one) => isSame(one.mark, mark))
    if (entry === undefined) return false
    leaving.delete(entry)
    painted.delete(entry.mark.uid)
    keep({ mark, range: entry.range })
    return true
  }

  return {
    replace: (marks) => {
      const wanted = new Set(marks.map(({ uid }) => uid))
      const leaving = new Set([...painted.values()].filter(({ mark }) => !wanted.has(mark.uid)))
      for (const mark of marks) {
        const old = painted.get(mark.uid)
        if (old !== undefined && isSame(old.mark, mark)) continue
        if (old !== undefined) remove(old)
        if (leaving.size === 0 || !rename(leaving, mark)) add(mark)
      }
      leaving.forEach(remove)
    },
    get: (uid) => painted.get(uid),
    markOf: (range) => byRange.get(range) ?? null,
  }
}

function isSame(one: Mark, other: Mark): boolean {
  return one.color === other.color && one.start === other.start && one.end === other.end
}
