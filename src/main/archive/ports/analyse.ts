/** What of an article is searched; effective facts, and `body` is the text without its header part. */
export interface SearchableText {
  readonly language: string | null
  readonly title: string
  readonly standfirst: string
  readonly byline: string
  readonly body: string
}

/**
 * The word forms of an article, each once, for the vocabulary. One string and one typed array, because an article has
 * hundreds and crosses a thread border: as objects they cost the receiving thread more than all the rest.
 */
export interface WordForms {
  /** The forms, in no order that means anything, joined by U+0000, which no form holds. */
  readonly joined: string
  /** A 64-bit hash of language and form, two numbers each, in the same order. */
  readonly hashes: Uint32Array
}

/** An article ready for the index: tokens of each column joined by spaces. */
export interface AnalysedArticle {
  /** Version of the analysis; articles of an older one are analysed anew. */
  readonly analysis: number
  /** Pack that was used: a language, or `und`. */
  readonly language: string
  readonly columns: {
    readonly title: string
    readonly standfirst: string
    readonly byline: string
    readonly body: string
  }
  readonly forms: WordForms
  /** SHA-256 (32 bytes) of the input. */
  readonly inputHash: Uint8Array
  /** Order-free checksum of the tokens per column, comparable with what is read back from the index. */
  readonly tokensChecksum: Uint8Array
}

/** Turns text into tokens; pure, so that it can run in the pool. */
export type Analyse = (input: SearchableText) => AnalysedArticle
