import { mixInteger, type Random } from './random.ts'
import { zipfMandelbrot } from './zipf.ts'

/** Topics that articles of a corpus are about. */
export const TOPICS = 240
/** Words that are a topic's own. */
const OWN_WORDS = 400
/** Among so many content words topics find theirs: neither the commonest nor the rarest. */
const REACH = 8_000

const drawOwn = zipfMandelbrot(OWN_WORDS)

/** Rank of one of a topic's own words; a topic's first words come often. `firstContent` is the first rank allowed. */
export function drawTopicWord(topic: number, firstContent: number, random: Random): number {
  return topicWord(topic, drawOwn(random), firstContent)
}

/** Rank of a topic's n-th word (from 1). */
export function topicWord(topic: number, nth: number, firstContent: number): number {
  return firstContent + ((mixInteger(topic * 1_000_003 + nth) >>> 0) % REACH)
}
