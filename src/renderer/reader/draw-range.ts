import type { TextRange } from '../../shared/text/text-range.ts'
import type { TextMap } from './text-map.ts'

/** What is drawn, where, and how long it takes. */
export interface Drawing {
  readonly mark: TextRange
  /** The painted range of the mark; it is whole again when the drawing ends. */
  readonly range: Range
  readonly map: TextMap
  readonly window: Pick<Window, 'requestAnimationFrame' | 'performance'>
  readonly milliseconds: number
}

/** Lets a painted range grow from its beginning to its end. */
export function drawRange({ mark, range, map, window, milliseconds }: Drawing): void {
  if (milliseconds <= 0) return
  const began = window.performance.now()
  const step = (): void => {
    const share = Math.min(1, (window.performance.now() - began) / milliseconds)
    const end = map.positionAt(mark.start + Math.round((mark.end - mark.start) * eased(share)), 'end')
    if (end !== null) range.setEnd(end.node, end.offset)
    if (share < 1) window.requestAnimationFrame(step)
  }
  step()
}

/* Out, as all motion of the design: quick at first, then settling. */
function eased(share: number): number {
  return 1 - (1 - share) ** 2
}
