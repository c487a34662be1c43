import { wordTokens } from './analyse.ts'
import { wantedTexts, type Condition } from './condition.ts'
import { hitsAmong, type Hit } from './passages.ts'
import { findTokenRow } from './phrase-check.ts'
import { phraseTokens, type TokenRow } from './query-tokens.ts'
import { placeTokens } from './text-tokens.ts'

/** Finds a query's hits in a text of some language, or in a note. */
export type FindHits = (text: string, language: string) => readonly Hit[]

const QUOTED = /"([^"]*)"( \*)?/g

/** Tokens that count as a hit, taken from the expressions that found the article. */
function wantedTokens(expressions: readonly string[]): (token: string) => boolean {
  const exact = new Set<string>()
  const prefixes: string[] = []
  for (const [, tokens = '', star] of expressions.flatMap((fts) => [...fts.matchAll(QUOTED)])) {
    if (star === undefined) for (const token of tokens.split(' ')) exact.add(token)
    else prefixes.push(tokens)
  }
  return (token) => exact.has(token) || prefixes.some((prefix) => token.startsWith(prefix))
}

/** Marks words by the analysis of the text's own language, and phrases whole and word for word. */
export function createFindHits(condition: Condition): FindHits {
  const texts = wantedTexts(condition)
  const isWanted = wantedTokens(texts.filter((text) => text.phrase === null).map((text) => text.fts))
  const phrases = texts.flatMap((text) => (text.phrase === null ? [] : [phraseTokens(text.phrase, wordTokens('und'))]))
  const hasWords = texts.some((text) => text.phrase === null)
  return (text, language) => [
    ...(hasWords ? hitsAmong(placeTokens(text, wordTokens(language)), isWanted) : []),
    ...(phrases.length === 0 ? [] : phraseHits(text, phrases)),
  ]
}

function phraseHits(text: string, phrases: readonly TokenRow[]): readonly Hit[] {
  const placed = placeTokens(text, wordTokens('und'))
  return phrases.flatMap((phrase) =>
    findTokenRow(placed, phrase).flatMap((at) => {
      const first = placed[at]
      const last = placed[at + phrase.tokens.length - 1]
      if (first === undefined || last === undefined) return []
      return [{ start: first.start, end: last.end, term: phrase.tokens.join(' ') }]
    }),
  )
}
