/** Words a minute of quiet reading. */
const WORDS_A_MINUTE = 230

/** How long a text of so many words takes to read, in whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}

/** Shortest time a text is in sight before it counts as read, ms: no glance is. */
const A_LOOK = 3000

/** How long a text of so many words must be in sight to count as read, ms: twice as fast as quiet reading. */
export function timeToRead(words: number): number {
  return Math.max(A_LOOK, ((words / WORDS_A_MINUTE) * 60_000) / 2)
}
