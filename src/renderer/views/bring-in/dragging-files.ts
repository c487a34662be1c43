import { readonly, shallowRef } from 'vue'

const dragging = shallowRef(false)

/** Whether files are held above the window. */
export const isDraggingFiles = readonly(dragging)

/** Watches what is dragged over a window and gives what is dropped; answers what ends that. */
export function followDraggedFiles(target: Window, onDrop: (transfer: DataTransfer) => void): () => void {
  // Every element that is entered and left tells so; the window is left when all that were entered are.
  let depth = 0
  const set = (next: number): void => {
    depth = Math.max(0, next)
    dragging.value = depth > 0
  }
  const enter = (event: DragEvent): void => {
    if (hasFiles(event.dataTransfer)) set(depth + 1)
  }
  const leave = (event: DragEvent): void => {
    if (hasFiles(event.dataTransfer)) set(event.relatedTarget === null ? 0 : depth - 1)
  }
  const over = (event: DragEvent): void => {
    if (event.dataTransfer === null || !hasFiles(event.dataTransfer)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }
  const drop = (event: DragEvent): void => {
    set(0)
    if (event.dataTransfer === null || !hasFiles(event.dataTransfer)) return
    event.preventDefault()
    onDrop(event.dataTransfer)
  }
  target.addEventListener('dragenter', enter)
  target.addEventListener('dragleave', leave)
  target.addEventListener('dragover', over)
  target.addEventListener('drop', drop)
  return () => {
    set(0)
    target.removeEventListener('dragenter', enter)
    target.removeEventListener('dragleave', leave)
    target.removeEventListener('dragover', over)
    target.removeEventListener('drop', drop)
  }
}

function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false
}
