import type { CorpusLanguageCode } from './language.ts'

/** Which corpus to make. Equal options make equal bytes on every machine. */
export interface CorpusOptions {
  readonly seed: string
  /** How many articles. */
  readonly articles: number
  /** Mean length of an article's body in words. */
  readonly words: number
  readonly language: CorpusLanguageCode
}

/** What the budgets of performance.md are about: articles of 680 words. */
export const STANDARD_CORPUS: CorpusOptions = { seed: 'offprint', articles: 10_000, words: 680, language: 'en' }
