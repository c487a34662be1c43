/** A pane's scrolling, CSS pixels. */
export interface PaneScroll {
  readonly scrollTop: number
  readonly scrollHeight: number
  readonly clientHeight: number
}

/**
 * Where in the pane a person reads, as a share of its height: at the top of an article the top, at its end the bottom, in
 * between in proportion. So the line passes over every word once, and its place is how far one has read.
 */
export function readingLine({ scrollTop, scrollHeight, clientHeight }: PaneScroll): number {
  const most = scrollHeight - clientHeight
  // All of it is in sight.
  if (most <= 1) return 1
  return Math.min(1, Math.max(0, scrollTop / most))
}

/** The scroll position at which something that lies `top` pixels down stands on the reading line: its inverse. */
export function scrollForLine(top: number, { scrollHeight, clientHeight }: PaneScroll): number {
  const most = scrollHeight - clientHeight
  if (most <= 1) return 0
  return Math.min(most, Math.max(0, top / (1 + clientHeight / most)))
}
