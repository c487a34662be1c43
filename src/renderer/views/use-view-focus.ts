import { watch } from 'vue'
import type { Place } from '../stores/window-place.ts'

/** What of a view takes the focus when the view comes and nothing else has it. */
const BEGINNING = '[data-view-focus]'
/** Frames that it may take until it is there: rows have to be read first. */
const MOST_FRAMES = 60

/**
 * Wherever the window goes, the next key finds something to act on: what had the focus is gone with its view, and the
 * document's body knows no keys. A view that places the focus itself is left alone.
 */
export function useViewFocus(here: () => Place | null): void {
  let asked = 0
  watch(
    here,
    async () => {
      const mine = ++asked
      for (let frame = 0; frame < MOST_FRAMES && mine === asked; frame++) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        if (document.activeElement !== document.body) return
        const found = document.querySelector<HTMLElement>(BEGINNING)
        if (found === null) continue
        place(found)
        return
      }
    },
    { immediate: true, flush: 'post' },
  )
}

/** A pane that was given the focus so, and not by a key, shows no ring: the view is all there is to act on. */
function place(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  if (element.getAttribute('role') === 'option') return
  element.dataset['placed'] = ''
  element.addEventListener('blur', () => delete element.dataset['placed'], { once: true })
}
