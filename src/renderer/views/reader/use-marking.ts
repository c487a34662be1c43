import { nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePreferredReducedMotion } from '@vueuse/core'
import { HIGHLIGHT_COLORS, type Annotation, type HighlightColor } from '../../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import type { TextRange } from '../../../shared/text/text-range.ts'
import { newProvisionalUid, useAnnotating } from '../../stores/annotating.ts'
import { useUndo } from '../../stores/undo.ts'
import type { Reader } from './use-reader.ts'

/** How long a new highlight is drawn, ms. */
const DRAWING = 160

/** What a person does with passages and highlights. */
export type Marking = ReturnType<typeof useMarking>

/** Highlights, notes, tags and deletions in the open article, from slip, margin and keys alike. */
export function useMarking(reader: Reader) {
  const { t } = useI18n()
  const annotating = useAnnotating()
  const undo = useUndo()
  const motion = usePreferredReducedMotion()
  const { selection, active, writing, frame, announcer } = reader
  let lastPen: HighlightColor = HIGHLIGHT_COLORS[0]

  async function highlight(range: TextRange, color: HighlightColor): Promise<Annotation | null> {
    const shown = reader.shown.value
    if (shown === null) return null
    lastPen = color
    const provisional = newProvisionalUid()
    const kept = annotating.highlight({ place: { ...shown, ...range }, color, note: null, provisional })
    selection.clear()
    await nextTick()
    frame.shown.value?.session.painter.draw(provisional, motion.value === 'reduce' ? 0 : DRAWING)
    return kept
  }

  /** Marks the selection with a pen, or gives the opened highlight that pen. */
  async function usePen(color: HighlightColor): Promise<void> {
    const range = selection.range.value
    const opened = active.annotation.value
    if (range !== null) {
      const made = await highlight(range, color)
      if (made === null) return
      active.open(made.uid, false)
      announcer.say(t('reader.highlighted', { pen: t(`pens.${color}`) }))
    } else if (opened !== null) {
      lastPen = color
      await annotating.recolor(opened, color)
    }
  }

  /** Writes a note on the selection (highlighting it with the pen used last) or on the opened highlight. */
  async function writeNote(): Promise<void> {
    const range = selection.range.value
    const uid = range === null ? active.uid.value : ((await highlight(range, lastPen))?.uid ?? null)
    if (uid === null) return
    active.open(uid, false)
    writing.value = uid
  }

  async function remove(uid: AnnotationUid): Promise<void> {
    if (active.uid.value === uid) active.close()
    const gesture = await annotating.remove({ uid })
    undo.offer(t('reader.deleted'), gesture)
    if (gesture !== null) announcer.say(t('reader.deleted'))
  }

  /** A tag for the opened highlight; a selection becomes one first. */
  async function setTag(tag: string, present: boolean): Promise<void> {
    const range = selection.range.value
    const annotation = range === null ? active.annotation.value : await highlight(range, lastPen)
    if (annotation === null) return
    active.open(annotation.uid, active.hasTools.value)
    await annotating.setTag(annotation, tag, present)
  }

  /** To the next highlight (1) or the one before (-1), from the opened one or from what is in sight. */
  function step(by: 1 | -1): void {
    const marks = reader.marks.value
    const opened = marks.findIndex(({ uid }) => uid === active.uid.value)
    const start = reader.scroll.inView.value?.start ?? 0
    const beside = by === 1 ? marks.findIndex((mark) => mark.start >= start) : marks.findLastIndex((mark) => mark.start < start)
    const next = marks[opened >= 0 ? opened + by : beside]
    if (next === undefined) return
    active.open(next.uid, false)
    reader.scroll.reveal(next)
    reader.sayMark(next)
  }

  const find = (uid: AnnotationUid): Annotation | undefined => reader.annotations.value.find((one) => one.uid === uid)

  return {
    usePen,
    writeNote,
    remove,
    setTag,
    step,
    /** On the article as a whole: begins with nothing written, so it is made when there are words. */
    addArticleNote: annotating.addNote,
    saveNote: (uid: AnnotationUid, words: string) => annotating.setNote({ uid }, words),
    setTagOf: async (uid: AnnotationUid, tag: string, present: boolean) => {
      const annotation = find(uid)
      if (annotation !== undefined) await annotating.setTag(annotation, tag, present)
    },
  }
}
