import type { CorpusLanguageCode } from './language.ts'
import type { Sentence } from './sentence.ts'

/** A made-up article as an import of JSON lines takes it, without its nulls. */
export interface CorpusArticle {
  readonly id: string
  readonly service: string
  readonly url: string
  readonly title: string
  readonly standfirst: string
  readonly byline: string
  readonly publication: string
  /** ISO date, 2005 to 2025. */
  readonly published: string
  readonly language: CorpusLanguageCode
  readonly tags: readonly string[]
  /** Paragraphs, an empty line between them; the standfirst is the first. */
  readonly text: string
}

/** An article and the words it was made of, for a query log that must find something. */
export interface ComposedArticle {
  readonly article: CorpusArticle
  readonly sentences: readonly Sentence[]
}
