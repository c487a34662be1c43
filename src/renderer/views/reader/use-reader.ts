import { useElementSize, useMediaQuery } from '@vueuse/core'
import { computed, shallowRef, type ShallowRef } from 'vue'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import { theHost } from '../../api.ts'
import { headingsOf } from '../../reader/headings-of.ts'
import { marksOf, type Mark } from '../../reader/mark.ts'
import { shownRendition } from '../../reader/shown-rendition.ts'
import { useReading } from '../../stores/reading.ts'
import { useActiveMark } from './use-active-mark.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useArticleFrame, type ShownFrame } from './use-article-frame.ts'
import { useCaret } from './use-caret.ts'
import { useFind } from './use-find.ts'
import { useMargin } from './use-margin.ts'
import { useReadingScroll } from './use-reading-scroll.ts'
import { useSayMark } from './use-say-mark.ts'
import { useSelection } from './use-selection.ts'

/** Notes stand in the margin from this width of the window on, contents beside the text from the other. */
const ROOM = { notes: '(min-width: 1180px)', contents: '(min-width: 960px)' } as const

/** Everything that the reader's parts share about the article in the pane. */
export type Reader = ReturnType<typeof useReader>

/** Joins frame, scrolling, selection, marks, margin, find and caret. */
export function useReader(pane: Readonly<ShallowRef<HTMLElement | null>>) {
  const reading = useReading()
  const frame = useArticleFrame(pane)
  const announcer = useAnnouncer()
  const selection = useSelection(frame)
  const writing = shallowRef<AnnotationUid | null>(null)
  const article = computed(() => reading.article)
  const shown = computed(() => (article.value === null ? null : shownRendition(article.value, null)))
  /** A note on the article that is being written and not kept yet. */
  const draft = shallowRef<Annotation | null>(null)
  const annotations = computed<readonly Annotation[]>(() => {
    const kept = article.value?.annotations ?? []
    return draft.value === null || draft.value.article !== article.value?.uid ? kept : [...kept, draft.value]
  })
  const marks = computed<readonly Mark[]>(() => (shown.value === null ? [] : marksOf(annotations.value, shown.value)))
  const headings = computed(() => shownHeadings(frame.shown.value))
  const scroll = useReadingScroll({ pane, frame, article: () => article.value })
  const active = useActiveMark({ frame, annotations: () => annotations.value, marks: () => marks.value })
  // Told by an observer: asked for while drawing, it would have everything laid out at once.
  const { height: paneHeight } = useElementSize(pane)
  const margin = useMargin({
    frame,
    annotations: () => annotations.value,
    marks: () => marks.value,
    shownAnyway: () => new Set([active.uid.value, writing.value].filter((uid) => uid !== null)),
    view: () => ({ top: scroll.top.value, height: paneHeight.value }),
    scrollHeight: () => pane.value?.scrollHeight ?? 1,
  })
  /** A mark that was shown before it was kept has its own uid now; null = it was not kept. Its card stays the same card. */
  function renamed(from: AnnotationUid, to: AnnotationUid | null): void {
    if (to !== null) margin.renamed(from, to)
    if (writing.value === from) writing.value = to
    active.renamed(from, to)
  }
  const find = useFind({ frame, from: () => scroll.inView.value?.start ?? 0, reveal: scroll.reveal })

  const sayMark = useSayMark({ announcer, annotations: () => annotations.value, marks: () => marks.value })
  const caret = useCaret({
    frame,
    isMac: theHost().capabilities.platform === 'mac',
    from: () => scroll.inView.value?.start ?? 0,
    pressed: selection.look,
    moved: (offset) => scroll.reveal({ start: offset, end: offset + 1 }),
    entered: (mark) => {
      if (mark === null) return
      active.open(mark.uid, false)
      sayMark(mark)
    },
  })

  return {
    ...{ pane, paneHeight, article, shown, annotations, marks, headings, writing, draft },
    ...{ frame, scroll, selection, active, margin, find, caret, announcer, sayMark, renamed },
    hasMarginRoom: useMediaQuery(ROOM.notes),
    hasContentsRoom: useMediaQuery(ROOM.contents),
  }
}

function shownHeadings(shown: ShownFrame | null): ReturnType<typeof headingsOf> {
  return shown === null ? [] : headingsOf(shown.session.article, shown.session.map)
}
