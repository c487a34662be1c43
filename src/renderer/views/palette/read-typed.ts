/** What a prefix says is looked for: everything, authors (`@`), tags (`#`) or the full text (`/`). */
export type PaletteMode = 'all' | 'author' | 'tag' | 'text'

/** What was typed, without its prefix. */
export interface Typed {
  readonly mode: PaletteMode
  readonly words: string
}

const PREFIXES: Readonly<Record<string, PaletteMode>> = { '@': 'author', '#': 'tag', '/': 'text' }

/** Reads the prefix of what was typed. */
export function readTyped(text: string): Typed {
  const start = text.trimStart()
  const mode = PREFIXES[start.charAt(0)]
  return mode === undefined ? { mode: 'all', words: text.trim() } : { mode, words: start.slice(1).trim() }
}

/** The query that lists articles whose title (or byline) has all the words, the last one perhaps unfinished; null without words. */
export function fieldQuery(field: 'title' | 'by', words: string): string | null {
  const letters = words.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (letters.length === 0) return null
  return letters.map((word, at) => `${field}:${word}${at === letters.length - 1 && isBegun(word) ? '*' : ''}`).join(' ')
}

/** One or two Latin letters begin so many words that looking through them all takes too long. */
function isBegun(word: string): boolean {
  return word.length > 2 || !/^[a-z0-9]+$/.test(word)
}
