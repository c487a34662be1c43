import type { GroupNode, QueryNode } from '../../shared/model/query.ts'
import { wordTokens } from './analyse.ts'
import { quoteTokens } from './fts-expression.ts'
import { packFor } from './languages/registry.ts'
import { openRun, phraseTokens, queryStretches, type QueryStretch } from './query-tokens.ts'
import { segmentUnits } from './segment-units.ts'

/** Neighbours in a query as an article may hold them: a phrase of the index, and what it counts beside a single word. */
export interface QueryPair {
  /** An expression of FTS5 made of quoted tokens only. */
  readonly fts: string
  readonly weight: number
  /** Tokens of the pair's two sides; a pair of two very common ones is not worth its price. */
  readonly tokens: readonly string[]
}

/**
 * Weight of two neighbouring words beside one word, measured with .2, .25, .4 and 1 on XQuAD in English, German, Russian,
 * Arabic and on Cranfield: .25 and .4 are best or next to it everywhere (MRR@10 by .003 to .005 above no pairs).
 */
const WORDS = 0.25
/**
 * Where the parts of a word stand apart (Vietnamese syllables, units of Thai) only neighbours make words. Measured on
 * Chinese characters and on English, German and Arabic cut into syllables: 1 is best of .25, .5, 1, 2 (.94 to .967).
 */
const SYLLABLES = 1
/** Pairs that are looked at. */
const MOST_PAIRS = 40

/** Scripts of which a unit is less than a syllable; of Han a bigram is mostly a word, and three in a row lowered the rank. */
const SYLLABIC = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/

/** Neighbouring words of what a query wants, in every language of the archive; words of one field are no neighbours. */
export function pairsOfQuery(root: GroupNode, languages: readonly string[]): readonly QueryPair[] {
  const pairs = new Map<string, QueryPair>()
  for (const row of rowsOf(root)) {
    for (const pair of row.flatMap((stretch, at) => pairsAt(stretch, row[at + 1], languages))) pairs.set(pair.fts, pair)
  }
  return [...pairs.values()].slice(0, MOST_PAIRS)
}

/** Stretches that stand side by side in the query. */
function rowsOf(root: GroupNode): readonly (readonly QueryStretch[])[] {
  const rows: QueryStretch[][] = [[]]
  for (const { sign, node } of root.items) {
    const stretches = sign === 'must-not' ? undefined : stretchesOf(node)
    if (stretches === undefined) rows.push([])
    else rows.at(-1)?.push(...stretches)
  }
  return rows
}

function stretchesOf(node: QueryNode): readonly QueryStretch[] | undefined {
  const isText = node.kind === 'word' || (node.kind === 'phrase' && node.distance === null)
  return isText && node.field === null ? queryStretches(node.text) : undefined
}

function pairsAt(
  stretch: QueryStretch,
  next: QueryStretch | undefined,
  languages: readonly string[],
): readonly QueryPair[] {
  if (stretch.kind === 'run') return SYLLABIC.test(stretch.units[0] ?? '') ? wordsOfRun(stretch.units) : []
  if (next?.kind !== 'word') return []
  const text = `${stretch.surface} ${next.surface}`
  const rows = new Map<string, QueryPair>()
  for (const language of languages) {
    const { tokens } = phraseTokens(text, wordTokens(language))
    if (tokens.length < 2) continue
    const fts = quoteTokens(tokens)
    const weight = packFor(language).keepsMarks === true ? SYLLABLES : WORDS
    // Where another language makes the same of it, it may well be that language's.
    rows.set(fts, { fts, weight: Math.min(weight, rows.get(fts)?.weight ?? weight), tokens })
  }
  return [...rows.values()]
}

/**
 * Words that a dictionary sees in the run, and each with the next one. Made-up Thai (words of a Thai dictionary put for those of
 * XQuAD in English, German and Russian) gave an MRR@10 of .923, .857, .870 with three units in a row anywhere, .942, .873, .889 with
 * words, .943, .880, .891 with words and neighbours at a quarter.
 */
function wordsOfRun(units: readonly string[]): readonly QueryPair[] {
  const words = segmentUnits(units)
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    return [...rowOf(word, SYLLABLES), ...(next === undefined ? [] : rowOf([...word, ...next], WORDS))]
  })
}

/** The bigrams of units side by side; a single unit is no word of its own. */
function rowOf(units: readonly string[], weight: number): readonly QueryPair[] {
  if (units.length < 2) return []
  const { tokens } = openRun(units)
  return [{ fts: quoteTokens(tokens), weight, tokens }]
}
