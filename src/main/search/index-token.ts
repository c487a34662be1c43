import type { SurfaceForm } from '../archive/ports/analyse.ts'
import type { LanguagePack } from './languages/language-pack.ts'
import { hashToken, type TokenHash } from './token-hash.ts'

/** Longest token in UTF-16 units; nobody types more, and FTS5 cuts tokens of 32 KB without a word. */
export const LONGEST_TOKEN = 64

/** A word form with everything that is worth remembering about it. */
export interface IndexToken {
  readonly form: SurfaceForm
  readonly hash: TokenHash
  /** The word after an elided article: `homme` of `lʼhomme`. */
  readonly elided: IndexToken | null
}

/** Gives the token of a surface; null when nothing is left of it. */
export type TokenOf = (surface: string) => IndexToken | null

/** French and Italian articles and particles that melt into the next word. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|sull|all|un)ʼ(?=..)/
/** ASCII that FTS5's `ascii` tokenizer would take for a separator or fold; stemmers should leave none. */
const FOREIGN_ASCII = /[^a-z0-9\u0080-\u{10ffff}]/gu

/**
 * Word forms remembered per language pack. Analysis is nearly all stemming, and 100 000 articles hold some 500 000
 * forms of which a few thousand are most of the text; when the map is full it simply starts anew.
 */
const MOST_REMEMBERED = 200_000

/** Cuts a word to the longest token, never through a surrogate pair. */
export function cutToken(word: string): string {
  if (word.length <= LONGEST_TOKEN) return word
  const cut = word.slice(0, LONGEST_TOKEN)
  return cut.isWellFormed() ? cut : cut.slice(0, -1)
}

/** A copy that does not keep the whole text alive, of which V8's slices are windows. */
function detached(slice: string): string {
  return slice.length < 13 ? slice : Buffer.from(slice, 'utf16le').toString('utf16le')
}

/** Remembers the tokens that a language pack makes of words. */
export function createWordTokens(pack: LanguagePack): TokenOf {
  const remembered = new Map<string, IndexToken | null>()
  const tokenOf: TokenOf = (surface) => {
    const known = remembered.get(surface)
    if (known !== undefined) return known
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const word = detached(surface)
    const token = makeToken(pack, word, tokenOf)
    remembered.set(word, token)
    return token
  }
  return tokenOf
}

function makeToken(pack: LanguagePack, surface: string, tokenOf: TokenOf): IndexToken | null {
  const stem = cutToken(pack.stem(surface).toLowerCase().replace(FOREIGN_ASCII, ''))
  if (stem === '') return null
  const elision = ELISION.exec(surface)
  const elided = elision === null ? null : tokenOf(surface.slice(elision[0].length))
  return { form: { surface, stem }, hash: hashToken(stem), elided }
}

const plainHash = new Map<string, TokenHash>()

/** Hash of a bigram, remembered. */
export function hashOfBigram(token: string): TokenHash {
  const known = plainHash.get(token)
  if (known !== undefined) return known
  if (plainHash.size >= MOST_REMEMBERED) plainHash.clear()
  const hash = hashToken(token)
  plainHash.set(detached(token), hash)
  return hash
}
