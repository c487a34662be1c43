/**
 * How one language folds and stems, and in which order (French stems first, then strips marks; Greek the other way
 * round). Runs of scripts without word spaces never reach a pack: they are cut into bigrams for every language alike.
 */
export interface LanguagePack {
  /** BCP 47 primary language subtag, or `und`. */
  readonly language: string
  /**
   * The index token of one word (NFKC, lower case, apostrophes as U+02BC). Pure, the same word always gives the same
   * token; may be empty when nothing of the word is left.
   */
  readonly stem: (word: string) => string
  /**
   * Tokens to which no words lead but those that `foldLetters` makes equal: a phrase of such words alone needs no look at
   * the texts that hold their tokens in a row. They should be the commonest words, of which phrases cost most.
   */
  readonly exact?: ReadonlySet<string>
  /** What every word of a token begins with, marks aside: tells where in the vocabulary a token's other words would stand. */
  readonly beginningOf?: (token: string) => string
  /** Whether tokens keep their marks; then a query without marks is looked up among the words that differ in marks only. */
  readonly keepsMarks?: boolean
}
