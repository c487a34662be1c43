/** Two brackets that were opened in front of the caret, and what is typed after them. */
export interface OpenBrackets {
  /** Where they begin, UTF-16 code units. */
  readonly start: number
  readonly words: string
}

/** Input methods type full-width brackets, and Japanese ones corner brackets, with the same key. */
const OPEN = /(?:\[\[|［［|「「)/g
const CLOSED = /\]\]|］］|」」|[\n\r]/
/** Longer than what anybody types to find a title. */
const LONGEST = 80

/** The open brackets that the caret stands behind; null when there are none, or they were closed. */
export function openBrackets(text: string, caret: number): OpenBrackets | null {
  const before = text.slice(Math.max(0, caret - LONGEST - 2), caret)
  const last = [...before.matchAll(OPEN)].at(-1)
  if (last === undefined) return null
  const words = before.slice(last.index + last[0].length)
  if (CLOSED.test(words)) return null
  return { start: caret - (before.length - last.index), words }
}
