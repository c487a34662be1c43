import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { createFramePlace, type FramePlace } from '../../reader/frame-place.ts'
import type { FrameSession } from '../../reader/frame-session.ts'

/** The frame that shows the article, once it is there. */
export interface ShownFrame {
  readonly session: FrameSession
  readonly frame: HTMLIFrameElement
  readonly place: FramePlace
}

/** What the parts of the reader share about its frame. */
export interface ArticleFrameState {
  readonly shown: ShallowRef<ShownFrame | null>
  /** Grows whenever the text was laid out anew: measured places are then out of date. */
  readonly layout: ShallowRef<number>
  readonly text: ComputedRef<string>
  readonly ready: (session: FrameSession, frame: HTMLIFrameElement) => void
  readonly laidOut: () => void
  readonly gone: () => void
}

/** Holds the frame of the article in a pane. */
export function useArticleFrame(pane: Readonly<ShallowRef<HTMLElement | null>>): ArticleFrameState {
  const shown = shallowRef<ShownFrame | null>(null)
  const layout = shallowRef(0)
  return {
    shown,
    layout,
    text: computed(() => shown.value?.session.text ?? ''),
    ready: (session, frame) => {
      if (pane.value === null) return
      shown.value = { session, frame, place: createFramePlace(frame, pane.value, session) }
      layout.value++
    },
    laidOut: () => {
      layout.value++
    },
    gone: () => {
      shown.value = null
    },
  }
}
