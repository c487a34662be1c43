import { computed, shallowRef, triggerRef, type ComputedRef } from 'vue'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import { withoutLinkAddresses } from '../../../shared/text/note-links.ts'
import type { Mark } from '../../reader/mark.ts'
import { notesWithin, placeNotes } from '../../reader/place-notes.ts'
import { useMarkTops, type MarkTops, type MarkTopsOptions } from './use-mark-tops.ts'

/** A note in the margin, placed. Lengths in CSS pixels from the top of what the pane scrolls. */
export interface MarginEntry {
  /** Names its card: the same also when the annotation gets another uid. */
  readonly key: AnnotationUid
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
export interface MarginOptions extends MarkTopsOptions {
  readonly annotations: () => readonly Annotation[]
  /** Uids that have a card though they have neither note nor tag: opened, or being written. */
  readonly shownAnyway: () => ReadonlySet<AnnotationUid>
  /** The part of the pane that is in sight. */
  readonly view: () => { readonly top: number; readonly height: number }
}

/** The margin's notes, those within reach of the view only. */
export interface Margin {
  readonly visible: ComputedRef<readonly MarginEntry[]>
  readonly count: ComputedRef<number>
  /** Where the last note ends, those that are not drawn included: so much there is to scroll. */
  readonly height: ComputedRef<number>
  readonly tops: MarkTops['tops']
  readonly extent: MarkTops['extent']
  /** How high cards are, those together that were laid out together. */
  readonly measured: (heights: ReadonlyMap<AnnotationUid, number>) => void
  /** An annotation has another uid from now on. */
  readonly renamed: (from: AnnotationUid, to: AnnotationUid) => void
}

const GAP = 14
/** Where notes on the article begin. */
const FIRST = 28
/** Drawn beyond what is in sight, so that scrolling shows no empty margin. */
const REACH = 600
/** Scrolled this far, the margin is drawn anew; less than its reach. */
const STEP = 300

/** Places notes beside their highlights. */
export function useMargin({ frame, annotations, marks, shownAnyway, view, scrollHeight }: MarginOptions): Margin {
  const { tops: wanted, extent, renamed } = useMarkTops({ frame, marks, scrollHeight })
  /* What the margin is laid out with: guessed until a card has been drawn, which moves notes only where the guess was wrong. */
  const heights = shallowRef(new Map<AnnotationUid, number>())
  /** Cards of annotations that had another uid when they were first shown. */
  const keys = new Map<AnnotationUid, AnnotationUid>()

  const noted = computed(() => notedEntries({ annotations: annotations(), marks: marks(), shownAnyway: shownAnyway() }))
  const placed = computed(() => {
    const list = noted.value.map((entry) => {
      const key = keys.get(entry.annotation.uid) ?? entry.annotation.uid
      const height = heights.value.get(key) ?? estimatedHeight(entry.annotation)
      heights.value.set(key, height)
      return {
        ...entry,
        key,
        wanted: entry.mark === null ? FIRST : (wanted.value.get(entry.mark.uid) ?? FIRST),
        height,
      }
    })
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
    height: computed(() => {
      const { tops, heights: all } = placed.value
      return (tops.at(-1) ?? 0) + (all.at(-1) ?? 0)
    }),
    tops: wanted,
    extent,
    measured: (measured) => {
      const others = [...measured].filter(([key, height]) => heights.value.get(key) !== height)
      for (const [key, height] of others) heights.value.set(key, height)
      if (others.length > 0) triggerRef(heights)
    },
    renamed: (from, to) => {
      keys.set(to, keys.get(from) ?? from)
      renamed(from, to)
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
    return hasWords ? [{ annotation, mark, number: index + 1 }] : []
  })
  return [...ofArticle.map((annotation) => ({ annotation, mark: null, number: 0 })), ...beside]
}

/* Letters in a line of a card, and heights of its lines and its foot: near enough until it is drawn. */
function estimatedHeight({ note, tags }: Annotation): number {
  const lines = withoutLinkAddresses(note ?? '')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 38)), 0)
  return (note === null ? 0 : lines * 19) + 20 + (tags.length > 4 ? 16 : 0)
}
