import { composeArticle } from './compose-article.ts'
import type { ComposedArticle } from './corpus-article.ts'
import type { CorpusOptions } from './corpus-options.ts'
import { CORPUS_LANGUAGES } from './language.ts'
import { createRandom, pick, type Random } from './random.ts'
import type { CorpusWord } from './vocabulary.ts'

/** Kinds of queries and their share, as performance.md fixes them. */
export const QUERY_SHARES = { words: 0.6, phrase: 0.15, filter: 0.1, common: 0.1, exclude: 0.05 } as const
/** A kind of query. */
export type QueryKind = keyof typeof QUERY_SHARES

/** What a query asks for, for engines that do not have Offprint's query language; `other` = a filter of Offprint's. */
type QueryForm = 'words' | 'phrase' | 'prefix' | 'title' | 'other'

/** One query of the log: in Offprint's query language, and taken apart. */
export interface BenchQuery {
  readonly kind: QueryKind
  readonly query: string
  readonly form: QueryForm
  /** Words that must be there; of a prefix, its letters. */
  readonly words: readonly string[]
  /** A word that must not. */
  readonly without: string | null
}

/**
 * A fixed log of queries about a corpus: the kinds come in their exact shares, mixed; words are taken from its
 * articles, so that queries find something, common words oftener than rare ones, as people ask.
 */
export function generateQueries(corpus: CorpusOptions, count: number): readonly BenchQuery[] {
  const random = createRandom(`${corpus.seed}/queries`)
  return shuffled(kindsInShares(count), random).map((kind) => {
    const composed = composeArticle(corpus, random.below(corpus.articles))
    return makeQuery(kind, composed, random)
  })
}

function kindsInShares(count: number): readonly QueryKind[] {
  const kinds: QueryKind[] = []
  let upTo = 0
  for (const kind of Object.keys(QUERY_SHARES) as readonly QueryKind[]) {
    upTo += QUERY_SHARES[kind]
    while (kinds.length < Math.round(upTo * count)) kinds.push(kind)
  }
  return kinds
}

function makeQuery(kind: QueryKind, composed: ComposedArticle, random: Random): BenchQuery {
  const content = composed.sentences.flat().filter(({ lemma }) => lemma !== null)
  const word = (): string => pick(random, content).surface
  const { separator } = CORPUS_LANGUAGES[composed.article.language]
  switch (kind) {
    case 'words':
      return plain(kind, distinct(word, 2 + random.below(2)))
    case 'phrase':
      return phrase(composed, separator, random)
    case 'filter':
      return filter(composed, word(), random)
    case 'common':
      return plain(kind, [commonWord(composed.sentences.flat(), random)])
    case 'exclude':
      return exclude(word, random)
  }
}

function plain(kind: QueryKind, words: readonly string[]): BenchQuery {
  return { kind, query: words.join(' '), form: 'words', words, without: null }
}

/** Draws until the words differ, or a text has too few. */
function distinct(word: () => string, count: number): readonly string[] {
  const words = new Set<string>()
  for (let tries = 0; words.size < count && tries < 50; tries += 1) words.add(word())
  return [...words]
}

function phrase({ sentences }: ComposedArticle, separator: string, random: Random): BenchQuery {
  const sentence = pick(random, sentences)
  const start = random.below(Math.max(1, sentence.length - 2))
  const words = sentence.slice(start, start + 2 + random.below(2)).map(({ surface }) => surface)
  return { kind: 'phrase', query: `"${words.join(separator)}"`, form: 'phrase', words, without: null }
}

function filter({ article }: ComposedArticle, word: string, random: Random): BenchQuery {
  const filters = [
    `publication:"${article.publication}"`,
    `after:${String(Number(article.published.slice(0, 4)) - 1)}`,
    `by:"${article.byline.split(', ')[0] ?? article.byline}"`,
    `tag:${article.tags[0] ?? word}`,
    `lang:${article.language}`,
  ]
  const asked = { kind: 'filter', words: [word], without: null } as const
  if (random.chance(0.4)) return { ...asked, query: `title:${word}`, form: 'title' }
  return { ...asked, query: `${word} ${pick(random, filters)}`, form: 'other' }
}

/** A function word of the article, or its content word that is commonest in the language. */
function commonWord(words: readonly CorpusWord[], random: Random): string {
  if (random.chance(0.5))
    return pick(
      random,
      words.filter(({ lemma }) => lemma === null),
    ).surface
  return words.reduce((best, word) => ((word.lemma ?? Infinity) < (best.lemma ?? Infinity) ? word : best)).surface
}

function exclude(word: () => string, random: Random): BenchQuery {
  const [first = word(), second = word()] = distinct(word, 2)
  if (random.chance(0.5)) {
    return { kind: 'exclude', query: `${first} -${second}`, form: 'words', words: [first], without: second }
  }
  const prefix = Array.from(first).slice(0, 4).join('')
  return { kind: 'exclude', query: `${prefix}*`, form: 'prefix', words: [prefix], without: null }
}

function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  return items
    .map((item) => ({ item, key: random.next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
