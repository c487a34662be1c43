import { normalize } from './normalize.ts'

/** Letters and marks outside ASCII; typographic quotes, dashes and money signs do not count. */
const FOREIGN = /[^\0-\x7f\u00a0\u00a3\u00a9\u00ab\u00ae\u00b0\u00b7\u00bb\u2010-\u2015\u2018-\u2022\u20ac]/

/**
 * The lower case of a text whose letters are all ASCII, with every unit at its place; undefined for any other text.
 * Nearly all English text is so, and can be looked through by one regular expression instead of word by word.
 */
export function plainText(text: string): string | undefined {
  return FOREIGN.test(text) ? undefined : text.toLowerCase()
}

/** Where words of a plain text begin with one of the tokens' first two letters; undefined when a token is not plain. */
export function seedPattern(tokens: readonly string[]): RegExp | undefined {
  if (tokens.length === 0 || tokens.length > 100 || !tokens.every((token) => /^[a-z0-9ʼ]+$/.test(token)))
    return undefined
  const seeds = new Set(tokens.map((token) => token.slice(0, 2).replace('ʼ', "['’]")))
  return new RegExp(`(?<![a-z0-9])(?:${[...seeds].join('|')})[a-z0-9'’]*`, 'g')
}

/** A phrase of plain words as it stands in a plain text; undefined when a token is not plain. */
export function phrasePattern(tokens: readonly string[]): RegExp | undefined {
  const words = tokens.map((token) => normalize(token))
  if (!words.every((word) => /^[a-z0-9]+$/.test(word))) return undefined
  return new RegExp(`(?<![a-z0-9]|[a-z0-9]['’])${words.join('[^a-z0-9]+')}(?![a-z0-9]|['’][a-z0-9])`)
}
