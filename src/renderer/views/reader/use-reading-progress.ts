import { computed, type ComputedRef, type ShallowRef } from 'vue'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import type { HighlightColor } from '../../../shared/model/annotation.ts'
import { readingMinutes } from '../../composables/reading-minutes.ts'
import type { Reader } from './use-reader.ts'

/** A highlight along the strip at the edge; `at` is a share of the whole. */
export interface EdgeFlag {
  readonly uid: AnnotationUid
  readonly color: HighlightColor
  readonly at: number
}

/** How far one is in the article. */
export interface ReadingProgress {
  /** Share of the text, 0 to 1. */
  readonly read: ComputedRef<number>
  readonly minutesLeft: ComputedRef<number>
  /** Where one stopped the last time, as a position in the text; null when one is there. */
  readonly stopped: ComputedRef<number | null>
  readonly flags: ComputedRef<readonly EdgeFlag[]>
  /** What is in sight, in shares of the whole. */
  readonly view: ComputedRef<{ readonly top: number; readonly size: number }>
}

/** This near, as a share of the text, one is where one stopped. */
const NEAR = 0.04

/** Follows scrolling; `stoppedAt` is where one stopped the last time. */
export function useReadingProgress(
  { article, scroll, frame, margin, marks, paneHeight }: Reader,
  stoppedAt: Readonly<ShallowRef<number | null>>,
): ReadingProgress {
  const length = computed(() => Math.max(1, frame.text.value.length))
  const offset = computed(() => scroll.offset.value ?? 0)
  const read = computed(() => {
    if (article.value === null) return 0
    if (article.value.state === 'read') return 1
    return Math.max(article.value.position.furthest?.share ?? 0, offset.value / length.value)
  })
  return {
    read,
    minutesLeft: computed(() => readingMinutes((article.value?.words ?? 0) * (1 - read.value))),
    stopped: computed(() => {
      const { value } = stoppedAt
      return value !== null && Math.abs(value - offset.value) > length.value * NEAR ? value : null
    }),
    // Measured in pixels, so that a flag stands where the view is when its highlight is in sight.
    flags: computed(() =>
      marks.value.flatMap(({ uid, color }) => {
        const top = margin.tops.value.get(uid)
        return top === undefined ? [] : [{ uid, color, at: top / margin.extent.value }]
      }),
    ),
    view: computed(() => ({
      top: scroll.top.value / margin.extent.value,
      size: paneHeight.value / margin.extent.value,
    })),
  }
}
