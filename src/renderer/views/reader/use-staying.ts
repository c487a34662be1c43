import { useTimeInSight } from './use-time-in-sight.ts'

/** Whether one stayed with a text that is in sight as a whole, so that it cannot be scrolled, long enough to have read it. */
export interface Staying {
  readonly isLongEnough: () => boolean
  /** The text is in sight as a whole, or it is not; `milliseconds` is how long enough is. */
  readonly look: (isWhole: boolean, milliseconds: number) => void
  /** Another text. */
  readonly forget: () => void
}

/** Calls back once when the time is over. */
export function useStaying(over: () => void): Staying {
  const sight = useTimeInSight()
  let isOver = false
  return {
    isLongEnough: () => isOver,
    look: (isWhole, milliseconds) => {
      if (!isWhole) sight.stop()
      else if (!isOver) {
        sight.begin(milliseconds, () => {
          isOver = true
          over()
        })
      }
    },
    forget: () => {
      isOver = false
      sight.stop()
    },
  }
}
