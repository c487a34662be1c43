/** Attribute that marks a pane for F6; its element takes the focus, or passes it to its `[data-pane-focus]`. */
const PANE = '[data-pane]'

/** Moves the focus to the next or previous pane of the window, round in a ring. */
export function movePane(step: 1 | -1): void {
  const panes = Array.from(document.querySelectorAll<HTMLElement>(PANE)).filter((pane) => pane.offsetParent !== null)
  if (panes.length === 0) return
  const here = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes.at(here === -1 ? (step === 1 ? 0 : -1) : (here + step) % panes.length)
  if (next === undefined) return
  const inner = next.querySelector<HTMLElement>('[data-pane-focus]') ?? next
  inner.focus()
}
