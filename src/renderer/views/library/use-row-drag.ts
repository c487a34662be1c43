import type { ArticleSelection } from '../../../shared/model/selection.ts'
import { useCounted } from '../../composables/use-counted.ts'
import { useDragged } from '../../stores/dragged.ts'
import { useLibrary } from '../../stores/library.ts'

/** Dragging rows out of the list: a selected row takes the whole selection along. */
export function useRowDrag() {
  const counted = useCounted()
  const library = useLibrary()
  const drag = useDragged()

  function startDrag(event: DragEvent, index: number): void {
    const row = library.rowAt(index)
    if (row === undefined || event.dataTransfer === null) return
    const isOfSelection = library.has(row.uid)
    const selection: ArticleSelection = isOfSelection ? library.selected : { kind: 'articles', articles: [row.uid] }
    const count = isOfSelection ? library.count : 1
    drag.dragged = { kind: 'articles', selection, count }
    event.dataTransfer.effectAllowed = 'copy'
    // Chromium drags nothing without data; what it is stays in the window.
    event.dataTransfer.setData('text/plain', counted('library.articles', count))
    showSlip(event.dataTransfer, counted('library.articles', count))
  }

  return { startDrag, endDrag: () => (drag.dragged = null) }
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
