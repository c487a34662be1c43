import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import type { Mark } from '../../reader/mark.ts'
import type { ArticleFrameState } from './use-article-frame.ts'

/** The highlight one has opened. */
export interface ActiveMark {
  readonly uid: ShallowRef<AnnotationUid | null>
  readonly annotation: ComputedRef<Annotation | null>
  readonly mark: ComputedRef<Mark | null>
  /** Whether its tools stand beside it. */
  readonly hasTools: ShallowRef<boolean>
  readonly open: (uid: AnnotationUid, tools: boolean) => void
  /** Opens one of several that lie under a point; at the same place again, the next of them. */
  readonly openOneOf: (marks: readonly Mark[]) => void
  readonly close: () => void
  /** The opened one has another uid from now on; null = there is none any more. */
  readonly renamed: (from: AnnotationUid, to: AnnotationUid | null) => void
}

/** What it depends on. */
export interface ActiveMarkOptions {
  readonly frame: ArticleFrameState
  readonly annotations: () => readonly Annotation[]
  readonly marks: () => readonly Mark[]
}

/** Holds the opened highlight; one that is deleted is not open any more. */
export function useActiveMark({ frame, annotations, marks }: ActiveMarkOptions): ActiveMark {
  const uid = shallowRef<AnnotationUid | null>(null)
  const hasTools = shallowRef(false)
  const annotation = computed(() => annotations().find((one) => one.uid === uid.value) ?? null)
  const mark = computed(() => marks().find((one) => one.uid === uid.value) ?? null)

  function open(next: AnnotationUid, tools: boolean): void {
    uid.value = next
    hasTools.value = tools
  }

  function close(): void {
    uid.value = null
    hasTools.value = false
  }

  // When they are painted: one that was just made is opened in the moment in which it is shown.
  watch(
    [uid, marks, frame.shown],
    () => {
      frame.shown.value?.session.painter.strengthen('active', mark.value?.uid ?? null)
    },
    { flush: 'post' },
  )

  return {
    uid,
    annotation,
    mark,
    hasTools,
    open,
    openOneOf: (under) => {
      const at = under.findIndex((one) => one.uid === uid.value)
      const next = under[(at + 1) % under.length]
      if (next !== undefined) open(next.uid, true)
    },
    close,
    renamed: (from, to) => {
      if (uid.value !== from) return
      uid.value = to
      if (to === null) hasTools.value = false
    },
  }
}
