/** Where the focus was before something opened over the window. */
export interface FocusBefore {
  /** To be called when it opens, before anything in it takes the focus. */
  readonly remember: () => void
  /** To be called when it has closed, with the event by which the focus would go to the button that opened it. */
  readonly giveBack: (event: Event) => void
}

/** A dialog that a key opens has no button of its own: the focus goes back to what had it. */
export function giveFocusBack(): FocusBefore {
  let before: Element | null = null
  return {
    remember: () => {
      before = document.activeElement
    },
    giveBack: (event) => {
      event.preventDefault()
      // While it goes the page behind is still inert and takes no focus.
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
      })
    },
  }
}
