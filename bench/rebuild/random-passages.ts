import type { TextRange } from '../../src/shared/text/text-range.ts'

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu
/** Most words of the three kinds of passages people mark, and how often each is chosen. */
const KINDS = [
  { share: 0.15, words: 3 },
  { share: 0.6, words: 30 },
  { share: 0.25, words: 120 },
] as const

/** Random passages of a text, from word to word: a few words, about a sentence, and some that run over paragraphs. */
export function randomPassages(text: string, count: number, random: () => number): readonly TextRange[] {
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }))
  return Array.from({ length: count }).flatMap(() => {
    const drawn = random()
    const kind = drawn < KINDS[0].share ? KINDS[0] : drawn < KINDS[0].share + KINDS[1].share ? KINDS[1] : KINDS[2]
    const first = Math.floor(random() * words.length)
    const last = Math.min(words.length - 1, first + Math.floor(random() * kind.words))
    const [start, end] = [words[first]?.start, words[last]?.end]
    return start === undefined || end === undefined ? [] : [{ start, end }]
  })
}
