import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import { isProvisional } from '../../stores/annotating.ts'
import type { Mark } from '../../reader/mark.ts'
import { notesWithin, placeNotes } from '../../reader/place-notes.ts'
import type { ArticleFrameState } from './use-article-frame.ts'

/** A note in the margin, placed. Lengths in CSS pixels from the top of what the pane scrolls. */
export interface MarginEntry {
  readonly annotation: Annotation
  /** Null for a note on the article. */
  readonly mark: Mark | null
  /** Where its highlight's first line is. */
  readonly wanted: number
  readonly top: number
  /** Its number among all highlights, from 1; 0 for a note on the article. */
  readonly number: number
}

/** What the margin depends on. */
export interface MarginOptions {
  readonly frame: ArticleFrameState
  readonly annotations: () => readonly Annotation[]
  readonly marks: () => readonly Mark[]
  /** Uids that have a card though they have neither note nor tag: opened, or being written. */
  readonly shownAnyway: () => ReadonlySet<AnnotationUid>
  /** The part of the pane that is in sight. */
  readonly view: () => { readonly top: number; readonly height: number }
  /** How much the pane scrolls now, CSS pixels; asked only while nothing waits to be drawn. */
  readonly scrollHeight: () => number
}

/** The margin's notes, those within reach of the view only. */
export interface Margin {
  readonly visible: ComputedRef<readonly MarginEntry[]>
  readonly count: ComputedRef<number>
  /** Where the first line of each highlight is. */
  readonly tops: ShallowRef<ReadonlyMap<AnnotationUid, number>>
  /** How much there is to scroll, as it was when they were measured; CSS pixels. */
  readonly extent: ShallowRef<number>
  /** A card says how high it is. */
  readonly measured: (uid: AnnotationUid, height: number) => void
}

const GAP = 14
/** Where notes on the article begin. */
const FIRST = 28
/** Drawn beyond what is in sight, so that scrolling shows no empty margin. */
const REACH = 600
/** Scrolled this far, the margin is drawn anew; less than its reach. */
const STEP = 300

/** Places notes beside their highlights; measured in one pass whenever the text is laid out or marks change. */
export function useMargin({ frame, annotations, marks, shownAnyway, view, scrollHeight }: MarginOptions): Margin {
  const wanted = shallowRef<ReadonlyMap<AnnotationUid, number>>(new Map())
  const extent = shallowRef(1)
  const heights = shallowRef<ReadonlyMap<AnnotationUid, number>>(new Map())

  /* As long as the text lies as it lay, a highlight's line is known by where it begins: only new ones are measured. */
  let known = new Map<number, number>()
  let knownLayout = -1
  watch([marks, frame.layout, frame.shown], measureWanted, { flush: 'post', immediate: true })

  function measureWanted(): void {
    if (frame.layout.value !== knownLayout) known = new Map()
    knownLayout = frame.layout.value
    const place = frame.shown.value?.place
    extent.value = Math.max(1, scrollHeight())
    const unknown = place === undefined ? [] : marks().filter(({ start }) => !known.has(start))
    for (const [index, top] of (place?.topsOf(unknown) ?? []).entries()) {
      const start = unknown[index]?.start
      if (top !== null && start !== undefined) known.set(start, top)
    }
    wanted.value = new Map(
      (place === undefined ? [] : marks()).flatMap(({ uid, start }) => {
        const top = known.get(start)
        return top === undefined ? [] : [[uid, top]]
      }),
    )
  }

  const noted = computed(() => notedEntries({ annotations: annotations(), marks: marks(), shownAnyway: shownAnyway() }))
  const placed = computed(() => {
    const list = noted.value.map((entry) => ({
      ...entry,
      wanted: entry.mark === null ? FIRST : (wanted.value.get(entry.mark.uid) ?? FIRST),
      height: heights.value.get(entry.annotation.uid) ?? estimatedHeight(entry.annotation),
    }))
    const tops = placeNotes(list, GAP)
    return { tops, list, heights: list.map(({ height }) => height) }
  })
  // Scrolling changes what is drawn in steps, not with every pixel.
  const step = computed(() => Math.floor(view().top / STEP) * STEP)
  const paneHeight = computed(() => view().height)
  const visible = computed(() => {
    const { tops, list, heights: all } = placed.value
    const top = step.value
    const { first, end } = notesWithin(tops, all, { top: top - REACH, bottom: top + STEP + paneHeight.value + REACH })
    return list.slice(first, end).map((entry, index) => ({ ...entry, top: tops[first + index] ?? entry.wanted }))
  })

  return {
    visible,
    count: computed(() => noted.value.length),
    tops: wanted,
    extent,
    measured: (uid, height) => {
      if (heights.value.get(uid) === height) return
      heights.value = new Map(heights.value).set(uid, height)
    },
  }
}

interface NotedEntry {
  readonly annotation: Annotation
  readonly mark: Mark | null
  readonly number: number
}

function notedEntries(from: {
  readonly annotations: readonly Annotation[]
  readonly marks: readonly Mark[]
  readonly shownAnyway: ReadonlySet<AnnotationUid>
}): readonly NotedEntry[] {
  const byUid = new Map(from.annotations.map((annotation) => [annotation.uid, annotation]))
  const ofArticle = from.annotations.filter(({ quote }) => quote === null)
  const beside = from.marks.flatMap((mark, index): NotedEntry[] => {
    const annotation = byUid.get(mark.uid)
    if (annotation === undefined) return []
    const hasWords = annotation.note !== null || annotation.tags.length > 0 || from.shownAnyway.has(mark.uid)
    return hasWords && !isProvisional(annotation) ? [{ annotation, mark, number: index + 1 }] : []
  })
  return [...ofArticle.map((annotation) => ({ annotation, mark: null, number: 0 })), ...beside]
}

/* Letters in a line of a card, and heights of its lines and its foot: near enough until it is drawn. */
function estimatedHeight({ note, tags }: Annotation): number {
  const lines = (note ?? '').split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 38)), 0)
  return (note === null ? 0 : lines * 19) + 20 + (tags.length > 4 ? 16 : 0)
}
