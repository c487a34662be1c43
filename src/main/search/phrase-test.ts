import { tokensOfLanguage } from './analyse.ts'
import { phrasePattern, plainText } from './plain-text.ts'
import type { TokenRow } from './query-tokens.ts'
import { placeTokens, type PlacedToken } from './text-tokens.ts'

/** Places of a row of tokens in a text, as index of the first token. */
export function findTokenRow(placed: readonly PlacedToken[], { tokens, prefix }: TokenRow): readonly number[] {
  const [first] = tokens
  const last = tokens.length - 1
  const fits = (at: number): boolean =>
    tokens.every((token, offset) => {
      const found = placed[at + offset]?.token
      return found === token || (prefix && offset === last && found?.startsWith(token) === true)
    })
  const places: number[] = []
  for (let at = 0; at + last < placed.length; at++) {
    if (first !== undefined && (placed[at]?.token === first || last === 0) && fits(at)) places.push(at)
  }
  return places
}

/** Makes the test whether a text holds a phrase word for word; case and marks do not matter, word forms do. */
export function createPhraseTest(phrase: TokenRow): (text: string) => boolean {
  const pattern = phrase.prefix ? undefined : phrasePattern(phrase.tokens)
  return (text) => {
    const plain = pattern === undefined ? undefined : plainText(text)
    if (plain !== undefined && pattern !== undefined) return pattern.test(plain)
    return findTokenRow(placeTokens(text, tokensOfLanguage('und')), phrase).length > 0
  }
}
