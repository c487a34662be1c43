import { watch } from 'vue'

/** To be called when what opened has closed, with the event by which the focus would go to the button that opened it. */
export type GiveFocusBack = (event: Event) => void

/**
 * A dialog that a key opens, and a menu under the pointer, have no button of their own: the focus goes back to what had it when
 * `isOpen` turned true, before anything in them took it; unless something else has taken it by then. `closing` selects what the
 * focus may still be in then, on its way out.
 */
export function giveFocusBack(isOpen: () => boolean, closing = '[role=dialog]'): GiveFocusBack {
  let before: Element | null = null
  watch(
    isOpen,
    (open) => {
      if (open) before = document.activeElement
    },
    { immediate: true, flush: 'sync' },
  )
  return (event) => {
    event.preventDefault()
    // While it goes the page behind is still inert and takes no focus.
    setTimeout(() => {
      const { activeElement } = document
      const isFree = activeElement === document.body || activeElement?.closest(closing) !== null
      if (isFree && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    })
  }
}
