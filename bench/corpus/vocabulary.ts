import type { CorpusLanguage } from './language.ts'
import { mixInteger, type Random } from './random.ts'

/** A word as it stands in a text; `lemma` is its rank in the vocabulary, null for a function word. */
export interface CorpusWord {
  readonly surface: string
  readonly lemma: number | null
}

/** All words of a made-up language by rank, 1 the commonest. */
export interface Vocabulary {
  /** The word of a rank; a content word in one of its inflected forms. */
  readonly wordAt: (rank: number, random: Random) => CorpusWord
  /** First rank of a content word. */
  readonly firstContent: number
}

/** Bare forms kept in memory; rarer ones are made anew each time. */
const REMEMBERED = 50_000

/**
 * The vocabulary of a language: real function words first, then words of syllables that depend on the rank alone.
 * Rare words are longer (Zipf's law of abbreviation). Two ranks may share a word, as homonyms do.
 */
export function createVocabulary(language: CorpusLanguage): Vocabulary {
  const firstContent = language.functionWords.length + 1
  const bareForms = new Map<number, string>()
  function bareForm(rank: number): string {
    const known = bareForms.get(rank)
    if (known !== undefined) return known
    const made = makeWord(language, rank)
    if (rank <= REMEMBERED) bareForms.set(rank, made)
    return made
  }
  return {
    firstContent,
    wordAt: (rank, random) => {
      const functionWord = language.functionWords[rank - 1]
      if (functionWord !== undefined) return { surface: functionWord, lemma: null }
      const ending = language.endings[random.below(language.endings.length)] ?? ''
      return { surface: bareForm(rank) + ending, lemma: rank }
    },
  }
}

function makeWord(language: CorpusLanguage, rank: number): string {
  let word = ''
  let state = mixInteger(rank * 0x9e3779b9)
  for (let syllable = 0; syllable < syllablesOf(rank); syllable += 1) {
    for (const sounds of [language.onsets, language.vowels, language.codas]) {
      state = mixInteger(state + 0x6d2b79f5)
      word += sounds[(state >>> 0) % sounds.length] ?? ''
    }
  }
  return word
}

/** One syllable for some hundred common words, two for thousands, three for the long tail. */
function syllablesOf(rank: number): number {
  if (rank < 600) return 1
  return rank < 20_000 ? 2 : 3
}
