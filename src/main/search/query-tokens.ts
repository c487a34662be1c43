import { foldRun } from './fold-run.ts'
import { cutToken, type TokenOf } from './index-token.ts'
import { normalize } from './normalize.ts'
import { unitsOf } from './run-units.ts'
import { scanStretches } from './scan-stretches.ts'
import { wordAt } from './text-units.ts'

/** Most index tokens that one term of a query may become. */
const MOST_TOKENS = 200

/** A stretch of a query's text: a word, or the units of a run. */
export type QueryStretch =
  { readonly kind: 'word'; readonly surface: string } | { readonly kind: 'run'; readonly units: readonly string[] }

/** Cuts a query's text into words and runs, as documents are cut. */
export function queryStretches(text: string): readonly QueryStretch[] {
  const normal = normalize(text)
  const stretches: QueryStretch[] = []
  scanStretches(normal, {
    word: (start, end, source) => {
      stretches.push({ kind: 'word', surface: cutToken(wordAt(source, start, end)) })
    },
    run: (start, end) => {
      stretches.push({ kind: 'run', units: unitsOf(foldRun(normal.slice(start, end))) })
    },
  })
  return stretches.slice(0, MOST_TOKENS)
}

/** Tokens in a row; `prefix`: the last one only begins so. */
export interface TokenRow {
  readonly tokens: readonly string[]
  readonly prefix: boolean
}

/**
 * A run outside quotes or at the end of a phrase: its bigrams without the last character alone (東京 finds 東京都); a
 * run of one character is a prefix (都 finds 都市).
 */
export function openRun(units: readonly string[]): TokenRow {
  const tokens = units.slice(0, MOST_TOKENS).map((unit, index) => unit + (units[index + 1] ?? ''))
  return units.length === 1 ? { tokens, prefix: true } : { tokens: tokens.slice(0, units.length - 1), prefix: false }
}

/** A phrase under one language's analysis: the same tokens in the same order as in a document that holds it. */
export function phraseTokens(text: string, tokenOf: TokenOf): TokenRow {
  const stretches = queryStretches(text)
  const tokens: string[] = []
  let prefix = false
  for (const [index, stretch] of stretches.entries()) {
    if (stretch.kind === 'word') {
      for (let one = tokenOf(stretch.surface); one !== null; one = one.elided) tokens.push(one.stem)
    } else if (index === stretches.length - 1) {
      const open = openRun(stretch.units)
      tokens.push(...open.tokens)
      prefix = open.prefix
    } else stretch.units.forEach((unit, at) => tokens.push(unit + (stretch.units[at + 1] ?? '')))
  }
  return { tokens: tokens.slice(0, MOST_TOKENS), prefix: prefix && tokens.length <= MOST_TOKENS }
}
