import { tokensOfLanguage, wordTokens } from './analyse.ts'
import type { TextCondition } from './condition.ts'
import { cutToken } from './index-token.ts'
import { MOST_HITS, type Hit } from './passages.ts'
import { plainText, seedPattern } from './plain-text.ts'
import { findTokenRow } from './phrase-test.ts'
import { phraseTokens, type TokenRow } from './query-tokens.ts'
import { placeTokens, type PlacedToken } from './text-tokens.ts'

/** Finds a query's hits in a text of some language, or in a note. */
export type FindHits = (text: string, language: string) => readonly Hit[]

/** A word of plain text without apostrophes is one token, with nothing to normalise. */
const PLAIN_WORD = /^[a-z0-9]+$/
const QUOTED = /"([^"]*)"( \*)?/g

interface Wanted {
  readonly isWanted: (token: string) => boolean
  /** Wanted whole, not only for how it begins. */
  readonly isWhole: (token: string) => boolean
  /** Finds the words of plain text that may be wanted; undefined when all must be looked at. */
  readonly seeds: RegExp | undefined
}

/** Tokens that count as a hit, taken from the expressions that found the article. */
function wantedTokens(expressions: readonly string[]): Wanted {
  const exact = new Set<string>()
  const prefixes: string[] = []
  for (const [, tokens = '', star] of expressions.flatMap((fts) => [...fts.matchAll(QUOTED)])) {
    if (star === undefined) for (const token of tokens.split(' ')) exact.add(token)
    else prefixes.push(tokens)
  }
  return {
    isWhole: (token) => exact.has(token),
    isWanted: (token) => exact.has(token) || prefixes.some((prefix) => token.startsWith(prefix)),
    seeds: seedPattern([...exact, ...prefixes]),
  }
}

/** Words by their stems; of plain text only those with the right first letters are stemmed. */
function wordHits(text: string, language: string, { isWanted, isWhole, seeds }: Wanted): readonly Hit[] {
  const tokens = tokensOfLanguage(language)
  const endOf = ({ token, end, firstEnd }: PlacedToken): number => (isWhole(token) ? end : firstEnd)
  const plain = seeds === undefined ? undefined : plainText(text)
  if (seeds === undefined || plain === undefined) {
    const placed = placeTokens(text, tokens, isWanted).slice(0, MOST_HITS)
    return placed.map((one) => ({ start: one.start, end: endOf(one), term: one.token }))
  }
  const hits: Hit[] = []
  for (const match of plain.matchAll(seeds)) {
    if (PLAIN_WORD.test(match[0])) {
      const token = tokens.of(cutToken(match[0]))
      if (token === null || !isWanted(token.stem)) continue
      hits.push({ start: match.index, end: match.index + match[0].length, term: token.stem })
      continue
    }
    for (const { token, start, end } of placeTokens(match[0], tokens, isWanted)) {
      hits.push({ start: match.index + start, end: match.index + end, term: token })
    }
  }
  return hits.slice(0, MOST_HITS)
}

/** Marks words by the analysis of the text's own language, and phrases whole and word for word. */
export function createFindHits(texts: readonly TextCondition[]): FindHits {
  const wanted = wantedTokens(texts.filter((text) => text.phrase === null).map((text) => text.fts))
  const phrases = texts.flatMap((text) => (text.phrase === null ? [] : [phraseTokens(text.phrase, wordTokens('und'))]))
  const hasWords = texts.some((text) => text.phrase === null)
  return (text, language) => [
    ...(hasWords ? wordHits(text, language, wanted) : []),
    ...(phrases.length === 0 ? [] : phraseHits(text, phrases)),
  ]
}

function phraseHits(text: string, phrases: readonly TokenRow[]): readonly Hit[] {
  const placed = placeTokens(text, tokensOfLanguage('und'))
  return phrases.flatMap((phrase) =>
    findTokenRow(placed, phrase).flatMap((at) => {
      const first = placed[at]
      const last = placed[at + phrase.tokens.length - 1]
      if (first === undefined || last === undefined) return []
      return [{ start: first.start, end: phrase.prefix ? last.firstEnd : last.end, term: phrase.tokens.join(' ') }]
    }),
  )
}
