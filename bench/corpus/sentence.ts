import type { CorpusLanguage } from './language.ts'
import type { Random } from './random.ts'
import type { CorpusWord } from './vocabulary.ts'

/** Words of a sentence, in order. */
export type Sentence = readonly CorpusWord[]

/** A sentence as text: first letter large, a comma about every eleven words, a stop. */
export function writeSentence(sentence: Sentence, language: CorpusLanguage, random: Random): string {
  const last = sentence.length - 1
  const written = sentence.map(({ surface }, index) => {
    const comma = index > 2 && index < last - 2 && random.chance(1 / 11) ? language.comma : ''
    return surface + comma
  })
  return capitalise(written.join(language.separator)) + language.stop
}

/** With its first letter large, where the script has large letters. */
export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
