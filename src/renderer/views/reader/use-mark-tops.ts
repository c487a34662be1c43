import { shallowRef, watch, type ShallowRef } from 'vue'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import type { Mark } from '../../reader/mark.ts'
import type { ArticleFrameState } from './use-article-frame.ts'

/** Where highlights stand. Lengths in CSS pixels from the top of what the pane scrolls. */
export interface MarkTops {
  /** Where the first line of each highlight is. */
  readonly tops: ShallowRef<ReadonlyMap<AnnotationUid, number>>
  /** How much there is to scroll, as it was when they were measured. */
  readonly extent: ShallowRef<number>
  /** A highlight has another uid from now on: it stands where it stood. */
  readonly renamed: (from: AnnotationUid, to: AnnotationUid) => void
}

/** What it depends on. */
export interface MarkTopsOptions {
  readonly frame: ArticleFrameState
  readonly marks: () => readonly Mark[]
  /** How much the pane scrolls now; asked only while nothing waits to be drawn. */
  readonly scrollHeight: () => number
}

/** Measures in one pass whenever the text is laid out or marks change. */
export function useMarkTops({ frame, marks, scrollHeight }: MarkTopsOptions): MarkTops {
  const tops = shallowRef<ReadonlyMap<AnnotationUid, number>>(new Map())
  const extent = shallowRef(1)

  /* As long as the text lies as it lay, a highlight's line is known by where it begins: only new ones are measured. */
  let known = new Map<number, number>()
  let knownLayout = -1
  watch([marks, frame.layout, frame.shown], measure, { flush: 'post', immediate: true })

  function measure(): void {
    if (frame.layout.value !== knownLayout) known = new Map()
    knownLayout = frame.layout.value
    const place = frame.shown.value?.place
    extent.value = Math.max(1, scrollHeight())
    const unknown = place === undefined ? [] : marks().filter(({ start }) => !known.has(start))
    for (const [index, top] of (place?.topsOf(unknown) ?? []).entries()) {
      const start = unknown[index]?.start
      if (top !== null && start !== undefined) known.set(start, top)
    }
    tops.value = new Map(
      (place === undefined ? [] : marks()).flatMap(({ uid, start }) => {
        const top = known.get(start)
        return top === undefined ? [] : [[uid, top]]
      }),
    )
  }

  return {
    tops,
    extent,
    renamed: (from, to) => {
      // Measured anew it would be nowhere for a moment, and with it what is being written in its note.
      const top = tops.value.get(from)
      if (top !== undefined) tops.value = new Map(tops.value).set(to, top)
    },
  }
}
