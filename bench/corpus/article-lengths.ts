import type { Random } from './random.ts'

/** Spread of the logarithm of lengths; news articles lie near it. */
const ARTICLE_SPREAD = 0.45
const SENTENCE_WORDS = 19
const SENTENCE_SPREAD = 0.4

/** Words of an article's body: log-normal about the mean, within an eighth and six times of it. */
export function drawArticleWords(mean: number, random: Random): number {
  return Math.round(Math.min(6 * mean, Math.max(mean / 8, logNormal(mean, ARTICLE_SPREAD, random))))
}

/** Words of a sentence: log-normal about 19, 4 to 60. */
export function drawSentenceWords(random: Random): number {
  return Math.round(Math.min(60, Math.max(4, logNormal(SENTENCE_WORDS, SENTENCE_SPREAD, random))))
}

function logNormal(mean: number, spread: number, random: Random): number {
  return mean * Math.exp(spread * random.normal() - spread ** 2 / 2)
}
