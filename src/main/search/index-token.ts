import type { LanguagePack } from './languages/language-pack.ts'
import { hashToken, type TokenHash } from './token-hash.ts'
import { wordAt, type TextUnits } from './text-units.ts'
import { createTokenTable, type FormFacts, type TokenTable } from './token-table.ts'
import { Field } from './word-entries.ts'
import { toWordToken } from './word-form.ts'

/** Longest token in UTF-16 units; nobody types more, and FTS5 cuts tokens of 32 KB without a word. */
export const LONGEST_TOKEN = 64

/** What the index holds of a word. */
export interface IndexToken {
  readonly stem: string
  /** The word after an elided article: `homme` of `lʼhomme`. */
  readonly elided: IndexToken | null
}

/** Gives the token of a surface; null when nothing is left of it. */
export type TokenOf = (surface: string) => IndexToken | null

/** Gives the tokens of words, by themselves or at their place in a text. */
export interface WordTokens {
  readonly of: TokenOf
  /** As `of` for a word in a text, of which the hash is known; words longer than a token are cut. */
  readonly at: (source: TextUnits, start: number, end: number, hash: number) => IndexToken | null
  /** As `at`: its entry in the table, from which an analysis takes more. */
  readonly entryAt: TokenTable['at']
  readonly entries: TokenTable['entries']
  readonly size: TokenTable['size']
  /** Forgets everything when it holds more than is worth its memory. */
  readonly relieve: () => void
}

/** French and Italian articles and particles that melt into the next word. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|all|un)ʼ(?=..)/
/** Most tokens by far. */
const PLAIN_TOKEN = /^[a-z0-9]*$/
/** ASCII that FTS5's `ascii` tokenizer would take for a separator or fold; stemmers should leave none. */
const FOREIGN_ASCII = /[^a-z0-9\u0080-\u{10ffff}]/gu

/** Tokens remembered as objects, which only threads that read ask for: some 200 bytes each, where an entry has 55. */
const MOST_TOKENS = 50_000

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
  const beforeForm = hashToken(toWordToken({ language: pack.language, surface: '' }))
  const table = createTokenTable((form) => factsOf(pack, form, beforeForm))
  const tokens = new Map<number, IndexToken | null>()
  const entryAt: TokenTable['at'] = (source, start, end, hash) => {
    if (end - start <= LONGEST_TOKEN) return table.at(source, start, end, hash)
    return table.of(cutToken(wordAt(source, start, start + LONGEST_TOKEN + 1)))
  }
  const tokenOf = (entry: number): IndexToken | null => {
    const known = tokens.get(entry)
    if (known !== undefined) return known
    const made = readToken(table.entries, entry, tokenOf)
    tokens.set(entry, made)
    return made
  }
  return {
    of: (surface) => tokenOf(table.of(surface)),
    at: (source, start, end, hash) => tokenOf(entryAt(source, start, end, hash)),
    entryAt,
    entries: table.entries,
    size: table.size,
    relieve: () => {
      if (table.relieve(tokens.size >= MOST_TOKENS)) tokens.clear()
    },
  }
}

function readToken(
  { numbers, letters }: TokenTable['entries'],
  entry: number,
  tokenOf: (entry: number) => IndexToken | null,
): IndexToken | null {
  const stem = String.fromCharCode(...letters.subarray(numbers[entry + Field.token], numbers[entry + Field.tokenEnd]))
  const elided = numbers[entry + Field.elided] ?? 0
  return stem === '' ? null : { stem, elided: elided === 0 ? null : tokenOf(elided) }
}

function factsOf(pack: LanguagePack, form: string, beforeForm: TokenHash): FormFacts {
  const token = cleanToken(pack.stem(form))
  const elision = token !== '' && form.includes('ʼ') ? ELISION.exec(form) : null
  const { high, low } = hashToken(token)
  const { high: formHigh, low: formLow } = hashToken(form, beforeForm)
  return { token, high, low, formHigh, formLow, elided: elision === null ? null : form.slice(elision[0].length) }
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
