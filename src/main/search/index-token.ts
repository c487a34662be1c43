import type { LanguagePack } from './languages/language-pack.ts'
import { hashToken, type TokenHash } from './token-hash.ts'
import { wordAt } from './text-units.ts'
import { createTokenTable, type TokenTable } from './token-table.ts'
import { toWordToken } from './word-form.ts'

/** Longest token in UTF-16 units; nobody types more, and FTS5 cuts tokens of 32 KB without a word. */
export const LONGEST_TOKEN = 64

/** A word form with everything that is worth remembering about it. */
export interface IndexToken {
  readonly surface: string
  readonly stem: string
  /** Hash of the stem, for the checksum of an article's tokens. */
  readonly high: number
  readonly low: number
  /** Hash of language and surface, for telling words that are in the vocabulary already. */
  readonly formHigh: number
  readonly formLow: number
  /** The word after an elided article: `homme` of `lʼhomme`. */
  readonly elided: IndexToken | null
  /** Number of the text in which an analysis met it last: telling a text's words apart by a set took a tenth of the time. */
  lastSeen: number
}

/** Gives the token of a surface; null when nothing is left of it. */
export type TokenOf = (surface: string) => IndexToken | null

/** Gives the tokens of words, by themselves or at their place in a text. */
export interface WordTokens {
  readonly of: TokenOf
  /** As `of` for a word in a text; words longer than a token are cut. */
  readonly at: TokenTable<IndexToken>['at']
  readonly relieve: () => void
}

/** French and Italian articles and particles that melt into the next word. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|all|un)ʼ(?=..)/
/** Most tokens by far. */
const PLAIN_TOKEN = /^[a-z0-9]*$/
/** ASCII that FTS5's `ascii` tokenizer would take for a separator or fold; stemmers should leave none. */
const FOREIGN_ASCII = /[^a-z0-9\u0080-\u{10ffff}]/gu

/** Bigrams remembered; when the map is full it simply starts anew. */
const MOST_REMEMBERED = 200_000

/** Cuts a word to the longest token, never through a surrogate pair. */
export function cutToken(word: string): string {
  if (word.length <= LONGEST_TOKEN) return word
  const cut = word.slice(0, LONGEST_TOKEN)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

function cleanToken(stem: string): string {
  return cutToken(PLAIN_TOKEN.test(stem) ? stem : stem.toLowerCase().replace(FOREIGN_ASCII, ''))
}

/** Remembers the tokens that a language pack makes of words. */
export function createWordTokens(pack: LanguagePack): WordTokens {
  const table: TokenTable<IndexToken> = createTokenTable((surface) => makeToken(pack, surface, table.of))
  const { at, of, relieve } = table
  return {
    of,
    at: (source, start, end, hash) => {
      if (end - start <= LONGEST_TOKEN) return at(source, start, end, hash)
      return of(cutToken(wordAt(source, start, start + LONGEST_TOKEN + 1)))
    },
    relieve,
  }
}

function makeToken(pack: LanguagePack, surface: string, tokenOf: TokenOf): IndexToken | null {
  const stem = cleanToken(pack.stem(surface))
  if (stem === '') return null
  const elision = surface.includes('ʼ') ? ELISION.exec(surface) : null
  const elided = elision === null ? null : tokenOf(surface.slice(elision[0].length))
  const { high, low } = hashToken(stem)
  const { high: formHigh, low: formLow } = hashToken(toWordToken({ language: pack.language, surface }))
  return { surface, stem, high, low, formHigh, formLow, elided, lastSeen: 0 }
}

const plainHash = new Map<string, TokenHash>()

/** Hash of a bigram, remembered. */
export function hashOfBigram(token: string): TokenHash {
  const known = plainHash.get(token)
  if (known !== undefined) return known
  if (plainHash.size >= MOST_REMEMBERED) plainHash.clear()
  const hash = hashToken(token)
  plainHash.set(token, hash)
  return hash
}
