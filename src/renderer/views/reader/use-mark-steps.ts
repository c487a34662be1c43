import type { Reader } from './use-reader.ts'

/** Goes to the next highlight (1) or the one before (-1), from the opened one or from what is in sight, and says it. */
export function useMarkSteps({ marks, active, scroll, sayMark }: Reader): (by: 1 | -1) => void {
  return (by) => {
    const opened = marks.value.findIndex(({ uid }) => uid === active.uid.value)
    const start = scroll.inView.value?.start ?? 0
    const beside =
      by === 1
        ? marks.value.findIndex((mark) => mark.start >= start)
        : marks.value.findLastIndex((mark) => mark.start < start)
    const next = marks.value[opened >= 0 ? opened + by : beside]
    if (next === undefined) return
    active.open(next.uid, false)
    scroll.reveal(next)
    sayMark(next)
  }
}
