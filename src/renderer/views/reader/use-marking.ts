import { useI18n } from 'vue-i18n'
import type { HighlightColor } from '../../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import { useAnnotating } from '../../stores/annotating.ts'
import { useUndo } from '../../stores/undo.ts'
import { useArticleNote, type ArticleNote } from './use-article-note.ts'
import { useHighlighting } from './use-highlighting.ts'
import type { Reader } from './use-reader.ts'
import { usePenWords } from '../use-pen-words.ts'
import { usePlacing, type Placing } from './use-placing.ts'

/** What a person does with passages and highlights. */
export interface Marking extends ArticleNote, Placing {
  /** Marks the selection with a pen, or gives the opened highlight that pen. */
  readonly usePen: (color: HighlightColor) => Promise<void>
  /** Writes a note on the selection (highlighting it with the pen used last) or on the opened highlight. */
  readonly writeNote: () => void
  /** A tag for the opened highlight; a selection becomes one first. */
  readonly setTag: (tag: string, present: boolean) => Promise<void>
  readonly setTagOf: (uid: AnnotationUid, tag: string, present: boolean) => Promise<void>
  readonly remove: (uid: AnnotationUid) => Promise<void>
}

/** Highlights, notes, tags and deletions in the open article, from slip, margin and keys alike. */
export function useMarking(reader: Reader): Marking {
  const { t } = useI18n()
  const penWords = usePenWords()
  const annotating = useAnnotating()
  const undo = useUndo()
  const { highlight, lastPen, takePen } = useHighlighting(reader)
  const { selection, active, writing, announcer } = reader

  async function usePen(color: HighlightColor): Promise<void> {
    const opened = active.annotation.value
    if (selection.range.value !== null) {
      const kept = await highlight(color)?.kept
      if (kept !== null && kept !== undefined) announcer.say(t('reader.highlighted', { pen: penWords(color) }))
    } else if (opened !== null) {
      takePen(color)
      await annotating.recolor(opened, color)
    }
  }

  function writeNote(): void {
    const uid = selection.range.value === null ? active.uid.value : (highlight(lastPen())?.uid ?? null)
    if (uid === null) return
    active.open(uid, false)
    writing.value = uid
  }

  async function setTag(tag: string, present: boolean): Promise<void> {
    const annotation =
      selection.range.value === null ? active.annotation.value : ((await highlight(lastPen())?.kept) ?? null)
    if (annotation === null) return
    active.open(annotation.uid, true)
    await annotating.setTag(annotation, tag, present)
  }

  async function remove(uid: AnnotationUid): Promise<void> {
    if (active.uid.value === uid) active.close()
    const gesture = await annotating.remove({ uid })
    undo.offer(t('reader.deleted'), gesture)
    if (gesture !== null) announcer.say(t('reader.deleted'))
  }

  return {
    usePen,
    writeNote,
    setTag,
    setTagOf: (uid, tag, present) => annotating.setTag({ uid }, tag, present),
    ...useArticleNote(reader),
    ...usePlacing(reader),
    remove,
  }
}
