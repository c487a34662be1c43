import { MOST_DRAGGED } from '../../../shared/ipc/host-contract.ts'
import type { ArticleRow } from '../../../shared/model/article.ts'
import type { ArticleSelection } from '../../../shared/model/selection.ts'
import { displayTitle } from '../../../shared/text/display-title.ts'
import { theHost } from '../../api.ts'
import { setDragWords, type DraggedWords } from '../../composables/drag-words.ts'
import { useCounted } from '../../composables/use-counted.ts'
import { useDragged } from '../../stores/dragged.ts'
import { useLibrary } from '../../stores/library.ts'
import { useDragOut } from '../use-drag-out.ts'

/** Dragging rows out of the list: a selected row takes the whole selection along. */
export function useRowDrag() {
  const counted = useCounted()
  const library = useLibrary()
  const drag = useDragged()
  const dragOut = useDragOut()

  function startDrag(event: DragEvent, index: number): void {
    const row = library.rowAt(index)
    if (row === undefined || event.dataTransfer === null) return
    const isOfSelection = library.has(row.uid)
    const selection: ArticleSelection = isOfSelection ? library.selected : { kind: 'articles', articles: [row.uid] }
    const count = isOfSelection ? library.count : 1
    const some = selection.kind === 'articles' && selection.articles.length <= MOST_DRAGGED
    const articles = some ? selection.articles : [row.uid]
    if (dragOut.begin(event, { kind: 'articles', articles })) return
    drag.dragged = { kind: 'articles', selection, count }
    event.dataTransfer.effectAllowed = 'copy'
    setDragWords(event.dataTransfer, wordsOf(row))
    showSlip(event.dataTransfer, counted('library.articles', count))
  }

  return { startDrag, endDrag: () => (drag.dragged = null) }
}

/** What other programs get of a row: its title and address, and its text where a file is downloaded. */
function wordsOf(row: ArticleRow): DraggedWords {
  const title = displayTitle(row)
  const { capabilities } = theHost()
  return {
    text: row.url === null ? title : `${title}\n${row.url}`,
    // Let go over an article's frame, a browser would open it in the window's place; Electron is told not to.
    url: capabilities.dragFiles ? row.url : null,
    download: capabilities.dragFiles ? null : { title, address: `${capabilities.contentBase}markdown/${row.uid}` },
  }
}

/** A slip with the count under the pointer, instead of a picture of the row. */
function showSlip(transfer: DataTransfer, words: string): void {
  const slip = document.createElement('div')
  slip.className = 'drag-slip'
  slip.textContent = words
  document.body.append(slip)
  transfer.setDragImage(slip, -12, -8)
  setTimeout(() => slip.remove())
}
