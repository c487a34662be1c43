import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { TextRange } from '../../../shared/text/text-range.ts'
import { prepareFinding } from '../../reader/find-in-text.ts'
import type { ArticleFrameState } from './use-article-frame.ts'

/** Finding words in the article. */
export interface FindInArticle {
  readonly isOpen: ShallowRef<boolean>
  readonly words: ShallowRef<string>
  readonly places: ComputedRef<readonly TextRange[]>
  /** Index of the place one is at; -1 = none. */
  readonly at: ShallowRef<number>
  readonly current: ComputedRef<TextRange | null>
  readonly open: (words?: string) => void
  /** Looks for other words. */
  readonly search: (words: string) => void
  /** To the next place (1) or the one before (-1), around the ends. */
  readonly step: (by: 1 | -1) => void
  readonly close: () => void
}

/** What it depends on. */
export interface FindOptions {
  readonly frame: ArticleFrameState
  /** Where to look first: from this position on. */
  readonly from: () => number
  readonly reveal: (range: TextRange) => void
}

/** Finds as one types; the places are painted in the text. */
export function useFind({ frame, from, reveal }: FindOptions): FindInArticle {
  const isOpen = shallowRef(false)
  const words = shallowRef('')
  const at = shallowRef(-1)
  const prepared = computed(() => prepareFinding(frame.text.value))
  const places = computed(() => (isOpen.value ? prepared.value.find(words.value) : []))
  const current = computed(() => places.value[at.value] ?? null)

  function goTo(index: number): void {
    at.value = index
    if (current.value !== null) reveal(current.value)
  }

  watch(places, (found) => {
    const start = from()
    const next = found.findIndex((place) => place.start >= start)
    goTo(found.length === 0 ? -1 : Math.max(0, next))
  })
  watch([places, current, frame.shown], () => {
    const painter = frame.shown.value?.session.painter
    painter?.show('found', places.value)
    painter?.show('current', current.value === null ? [] : [current.value])
  })

  return {
    isOpen,
    words,
    places,
    at,
    current,
    open: (wanted) => {
      isOpen.value = true
      if (wanted !== undefined) words.value = wanted
    },
    search: (wanted) => {
      words.value = wanted
    },
    step: (by) => {
      const { length } = places.value
      if (length > 0) goTo((at.value + by + length) % length)
    },
    close: () => {
      isOpen.value = false
    },
  }
}
