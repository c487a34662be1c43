import type { Random } from './random.ts'
import { drawTopicWord } from './topic.ts'
import type { CorpusWord, Vocabulary } from './vocabulary.ts'
import { zipfMandelbrot } from './zipf.ts'

/** Different lemmas there are; few corpora meet them all. */
const VOCABULARY_SIZE = 1_000_000
/** Chance that a content word is one of the topic's own. */
const TOPICAL = 0.2
/** Chance that a content word stood in the article before: words come in bursts (Church and Gale 1995). */
const REPEATED = 0.15

const drawRank = zipfMandelbrot(VOCABULARY_SIZE)

/** The words of one article, one after the other; `contentOnly` for headlines. */
export type NextWord = (contentOnly?: boolean) => CorpusWord

/** Where the words of one article come from: the language as a whole, the topic, and what the article said before. */
export function createWordSource(vocabulary: Vocabulary, topic: number, random: Random): NextWord {
  const said: number[] = []
  function contentRank(drawn: number): number {
    if (said.length > 10 && random.chance(REPEATED)) return said[random.below(said.length)] ?? drawn
    return random.chance(TOPICAL) ? drawTopicWord(topic, vocabulary.firstContent, random) : drawn
  }
  return (contentOnly = false) => {
    const drawn = drawRank(random)
    if (drawn < vocabulary.firstContent && !contentOnly) return vocabulary.wordAt(drawn, random)
    const rank = contentRank(Math.max(drawn, vocabulary.firstContent + (drawn % 500)))
    said.push(rank)
    return vocabulary.wordAt(rank, random)
  }
}
