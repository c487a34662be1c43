/** A duration as people say it: words by key, with the number that stands in them. */
export interface RoughDuration {
  readonly unit: 'moments' | 'seconds' | 'minutes' | 'hours'
  readonly count: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * Rounds a duration the way people say it: tens of seconds, then minutes, fives of minutes from ten on, hours. It says
 * rather more than less, so that a wait is seldom longer than promised.
 */
export function roughDuration(seconds: number): RoughDuration {
  if (!(seconds >= 8)) return { unit: 'moments', count: 0 }
  if (seconds <= 50) return { unit: 'seconds', count: Math.ceil(seconds / 10) * 10 }
  const minutes = Math.round(seconds / MINUTE)
  if (minutes < 10) return { unit: 'minutes', count: Math.max(1, minutes) }
  if (seconds <= 55 * MINUTE) return { unit: 'minutes', count: Math.ceil(minutes / 5) * 5 }
  return { unit: 'hours', count: Math.max(1, Math.round(seconds / HOUR)) }
}
