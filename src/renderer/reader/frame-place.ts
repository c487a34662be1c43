import type { TextRange } from '../../shared/text/text-range.ts'
import type { FrameSession } from './frame-session.ts'

/** Where stretches of an article lie in the pane that scrolls it; CSS pixels from the top of what the pane scrolls. */
export interface FramePlace {
  /** The first line of a stretch, and its whole box. */
  readonly boxOf: (range: TextRange) => TextBox | null
  /** Tops of the first lines of many stretches, in their order; null where one has no box. The pane is measured once. */
  readonly topsOf: (ranges: readonly TextRange[]) => readonly (number | null)[]
  readonly topOfElement: (element: Element) => number
  /** First and last position of the text in view; null while the pane has no height or no text is in view. */
  readonly inView: () => TextRange | null
  /** Position of the text at a height of the pane, as a share of it (0 = its top); the ends of the text above and below it. */
  readonly offsetAt: (share: number) => number | null
  /** Scrolls so that a position's line stands at this share of the pane's height (0 = top). */
  readonly scrollTo: (offset: number, share: number, behavior: ScrollBehavior) => void
  /** Whether the first line of a stretch can be seen. */
  readonly isInView: (range: TextRange) => boolean
}

/** Box of a stretch: lines are as high as their text. */
export interface TextBox {
  readonly top: number
  readonly bottom: number
  /** Sides of the first line, in the frame's viewport. */
  readonly left: number
  readonly right: number
  readonly firstLineBottom: number
}

/** Measures between a frame as tall as its text and the pane around it. Reads layout, never writes but to scroll. */
export function createFramePlace(frame: HTMLIFrameElement, pane: HTMLElement, session: FrameSession): FramePlace {
  const { map, window, hitTest } = session
  /* From the frame's viewport to what the pane scrolls. */
  const shift = (): number => frame.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop

  function boxOf(range: TextRange): TextBox | null {
    const live = map.rangeOf(range)
    const first = firstRect(live)
    if (live === null || first === undefined) return null
    const whole = live.getBoundingClientRect()
    const down = shift()
    return {
      top: first.top + down,
      bottom: whole.bottom + down,
      left: first.left,
      right: first.right,
      firstLineBottom: first.bottom + down,
    }
  }

  /* A point between lines or beside them means the nearest character, so a few pixels of margin do no harm. */
  function offsetAtHeight(y: number, side: 'first' | 'last'): number | null {
    const box = session.article.getBoundingClientRect()
    if (y <= box.top) return 0
    if (y >= box.bottom) return map.length
    const isStart = (side === 'first') === (window.getComputedStyle(session.article).direction === 'ltr')
    return hitTest.offsetAt({ x: isStart ? box.left + 1 : box.right - 1, y })
  }

  function inView(): TextRange | null {
    const top = pane.getBoundingClientRect().top - frame.getBoundingClientRect().top
    const start = offsetAtHeight(top + 4, 'first')
    const end = offsetAtHeight(top + pane.clientHeight - 4, 'last')
    return start === null || end === null || pane.clientHeight === 0 ? null : { start, end: Math.max(start, end) }
  }

  function scrollTo(offset: number, share: number, behavior: ScrollBehavior): void {
    const box = boxOf(characterAt(offset, map.length))
    if (box !== null) pane.scrollTo({ top: Math.max(0, box.top - share * pane.clientHeight), behavior })
  }

  return {
    boxOf,
    topsOf: (ranges) => {
      const down = shift()
      return ranges.map((range) => {
        // One character is enough, unless it is one without a box, as a line break.
        const first =
          firstRect(map.rangeOf({ start: range.start, end: range.start + 1 })) ?? firstRect(map.rangeOf(range))
        return first === undefined ? null : first.top + down
      })
    },
    offsetAt: (share) => {
      const top = pane.getBoundingClientRect().top - frame.getBoundingClientRect().top
      return offsetAtHeight(top + share * pane.clientHeight, 'first')
    },
    topOfElement: (element) => element.getBoundingClientRect().top + shift(),
    inView,
    scrollTo,
    isInView: (range) => {
      const box = boxOf(range)
      if (box === null) return false
      return box.top >= pane.scrollTop && box.firstLineBottom <= pane.scrollTop + pane.clientHeight
    },
  }
}

/* The first line of a range that has any extent. */
function firstRect(range: Range | null): DOMRect | undefined {
  return [...(range?.getClientRects() ?? [])].find(({ width, height }) => width > 0 && height > 0)
}

/* A box needs a character: the one at the position, the last one at the end. */
function characterAt(offset: number, length: number): TextRange {
  const start = Math.max(0, Math.min(offset, length - 1))
  return { start, end: Math.min(start + 1, length) }
}
