import { useI18n } from 'vue-i18n'
import type { NoteArticle, NoteRow } from '../../../shared/model/note-list.ts'
import { displayTitle } from '../../../shared/text/display-title.ts'
import { setDragWords } from '../../composables/drag-words.ts'
import { useDragged } from '../../stores/dragged.ts'
import { useDragOut } from '../use-drag-out.ts'
import { citeNotes } from './cite-notes.ts'

/** Dragging a note or highlight out of the list, by its words: a citation for other programs, or a file of it. */
export function useNoteDrag() {
  const { locale } = useI18n()
  const drag = useDragged()
  const dragOut = useDragOut()

  function startDrag(event: DragEvent, row: NoteRow, article: NoteArticle | undefined): void {
    if (article === undefined || event.dataTransfer === null) {
      event.preventDefault()
      return
    }
    const title = displayTitle(article)
    const text = citeNotes([{ row, article }], locale.value)
    if (dragOut.begin(event, { kind: 'note', title, text })) return
    drag.dragged = { kind: 'note' }
    event.dataTransfer.clearData()
    event.dataTransfer.effectAllowed = 'copy'
    const address = `data:text/markdown;charset=utf-8,${encodeURIComponent(`${text}\n`)}`
    setDragWords(event.dataTransfer, { text, url: null, download: dragOut.canFiles ? null : { title, address } })
  }

  return { startDrag, endDrag: () => (drag.dragged = null) }
}
