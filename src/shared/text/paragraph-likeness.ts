import { isSpoken, splitWords } from './word-index.ts'

/** How often each word stands in a paragraph, and how many words it has. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>
  readonly size: number
}

/** The words of a paragraph, marks left out. */
export function wordBag(text: string): WordBag {
  const counts = new Map<string, number>()
  const words = splitWords(text).filter(({ key }) => isSpoken(key))
  for (const { key } of words) counts.set(key, (counts.get(key) ?? 0) + 1)
  return { counts, size: words.length }
}

/** Share of words that two paragraphs have in common (Sørensen and Dice's coefficient), 0 to 1. */
export function paragraphLikeness(a: WordBag, b: WordBag): number {
  if (a.size + b.size === 0) return 0
  const [small, large] = a.counts.size < b.counts.size ? [a, b] : [b, a]
  let common = 0
  for (const [word, count] of small.counts) common += Math.min(count, large.counts.get(word) ?? 0)
  return (2 * common) / (a.size + b.size)
}
