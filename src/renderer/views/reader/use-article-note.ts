import type { AnnotationUid } from '../../../shared/model/identity.ts'
import { emptyNote, useAnnotating } from '../../stores/annotating.ts'
import type { Reader } from './use-reader.ts'

/** Notes as they are written: one on the whole article is an annotation only when it has words. */
export interface ArticleNote {
  /** Begins a note on the whole article, without words. */
  readonly beginArticleNote: () => void
  readonly saveNote: (uid: AnnotationUid, words: string) => Promise<void>
  /** Writing has ended: what has been kept is an annotation by now, without words there is none. */
  readonly endNote: () => void
}

/** Holds the note that is not kept yet as the reader's draft. */
export function useArticleNote({ article, draft, active, writing, frame }: Reader): ArticleNote {
  const annotating = useAnnotating()
  return {
    beginArticleNote: () => {
      if (article.value === null) return
      const note = emptyNote(article.value.uid)
      draft.value = note
      active.open(note.uid, false)
      writing.value = note.uid
    },
    saveNote: async (uid, words) => {
      if (draft.value?.uid !== uid) await annotating.setNote({ uid }, words)
      else {
        draft.value = null
        if (words !== '') await annotating.addNote(words)
      }
    },
    endNote: () => {
      draft.value = null
      frame.shown.value?.session.window.focus()
    },
  }
}
