import { useEventListener } from '@vueuse/core'
import { theHost } from '../api.ts'
import type { DragOut } from '../../shared/ipc/host-contract.ts'
import { useDragged } from '../stores/dragged.ts'

/**
 * Dragging as files, with Alt held when it begins: a drag is either the window's own, onto collections and tags, or the
 * system's, which takes files anywhere and can do nothing in the window.
 */
export function useDragOut() {
  const { client, capabilities } = theHost()
  const drag = useDragged()

  /** Begins such a drag when it is meant and the host can; false = it is an ordinary one. */
  function begin(event: DragEvent, what: DragOut): boolean {
    if (!event.altKey || !capabilities.dragFiles) return false
    event.preventDefault()
    drag.dragged = { kind: 'files' }
    void client.request('host.dragOut', what)
    return true
  }

  return { begin, canFiles: capabilities.dragFiles }
}

/** Sees to it that nothing of ours is dropped where it would do something else: opened as a page, or imported anew. */
export function useOwnDrags(): void {
  const drag = useDragged()
  const end = (): void => {
    if (drag.dragged?.kind === 'files') drag.dragged = null
  }
  // While something is dragged no pointer moves and nobody presses a key or goes to another window: then it is over.
  useEventListener(window, 'pointermove', ({ buttons }) => {
    if (buttons === 0) end()
  })
  useEventListener(window, ['keydown', 'blur'], end)
  const refuse = (event: DragEvent): void => {
    if (drag.dragged === null || event.defaultPrevented || isField(event.target)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none'
  }
  for (const name of ['dragenter', 'dragover', 'drop'] as const) useEventListener(window, name, refuse)
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null
}
