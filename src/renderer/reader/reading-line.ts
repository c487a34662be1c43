/** A pane's scrolling, CSS pixels. */
export interface PaneScroll {
  readonly scrollTop: number
  readonly scrollHeight: number
  readonly clientHeight: number
}

/** How far a pane can be scrolled, CSS pixels; 0 when all of it is in sight. */
export function scrollRoom({ scrollHeight, clientHeight }: Omit<PaneScroll, 'scrollTop'>): number {
  const room = scrollHeight - clientHeight
  return room <= 1 ? 0 : room
}

/**
 * Where in the pane a person reads, as a share of its height: at the top of an article the top, at its end the bottom, in
 * between in proportion. So the line passes over every word once, and its place is how far one has read.
 */
export function readingLine(pane: PaneScroll): number {
  const most = scrollRoom(pane)
  return most === 0 ? 1 : Math.min(1, Math.max(0, pane.scrollTop / most))
}

/** The scroll position at which something that lies `top` pixels down stands on the reading line: its inverse. */
export function scrollForLine(top: number, { scrollHeight, clientHeight }: PaneScroll): number {
  const most = scrollRoom({ scrollHeight, clientHeight })
  if (most === 0) return 0
  return Math.min(most, Math.max(0, top / (1 + clientHeight / most)))
}
