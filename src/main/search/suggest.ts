import type { WordNode } from '../../shared/model/query.ts'
import type { QueryNode } from '../../shared/model/query.ts'
import type { SuggestedWord, Suggestion } from '../../shared/model/search-suggestion.ts'
import { parseQuery } from '../../shared/query/parse-query.ts'
import { wordTokens } from './analyse.ts'
import { queryStretches } from './query-tokens.ts'
import { attemptQuery, type Engine } from './run-query.ts'

/** Words of a query that are looked at. */
const MOST_WORDS = 8
/** Below so many letters nearly every word is near every other. */
const LEAST_LETTERS = 4
/** From so many letters on two slips may be made. */
const TWO_SLIPS = 6
/** Articles counted to tell a common spelling from a rare one. */
const MOST_COUNTED = 1_000

/** The nearest spelling of a query: every word that stands nowhere is replaced by the nearest that stands in most articles. */
export function suggestSpelling(engine: Engine, query: string): Suggestion {
  const none: Suggestion = { query: null, words: [], articles: 0 }
  const words = plainWords(parseQuery(query, engine.now()).root)
  const replaced = words.slice(0, MOST_WORDS).flatMap((word) => replacementOf(engine, word) ?? [])
  if (replaced.length === 0) return none
  const corrected = replaced.reduceRight(
    (text, { start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end),
    query,
  )
  const { total } = attemptQuery(engine, parseQuery(corrected, engine.now()), 'all')
  return total === 0 ? none : { query: corrected, words: replaced, articles: total }
}

function plainWords(node: QueryNode): readonly WordNode[] {
  if (node.kind === 'word') return [node]
  if (node.kind === 'or') return node.children.flatMap(plainWords)
  if (node.kind === 'group')
    return node.items.flatMap((item) => (item.sign === 'must-not' ? [] : plainWords(item.node)))
  return []
}

/** The word's own place: behind a field's name, without what is no letter around it. */
function replacementOf(engine: Engine, { text, end }: WordNode): SuggestedWord | undefined {
  const stretches = queryStretches(text)
  const [only] = stretches
  if (stretches.length !== 1 || only?.kind !== 'word' || only.surface.length < LEAST_LETTERS) return undefined
  if (isKnown(engine, only.surface)) return undefined
  const nearest = nearestSurface(engine, only.surface)
  if (nearest === undefined) return undefined
  return { start: end - text.length, end, word: text, replacement: nearest }
}

function isKnown({ expansion, stemCounts }: Engine, surface: string): boolean {
  const stems = expansion.vocabulary.languages().map((language) => wordTokens(language)(surface)?.stem)
  return stems.some((stem) => stem !== undefined && stemCounts.count(stem, 1) > 0)
}

function nearestSurface(engine: Engine, surface: string): string | undefined {
  for (const edits of surface.length >= TWO_SLIPS ? [1, 2] : [1]) {
    const near = engine.expansion.vocabulary.surfacesWithin(surface, edits)
    const counted = near.map((one) => ({ ...one, articles: engine.stemCounts.count(one.stem, MOST_COUNTED) }))
    // Slips rarely change how a word begins.
    const valueOf = (one: (typeof counted)[number]): number =>
      one.articles * (one.surface.startsWith(surface.charAt(0)) ? 4 : 1)
    const best = counted.sort((one, other) => valueOf(other) - valueOf(one))[0]
    if (best !== undefined && best.articles > 0) return best.surface
  }
  return undefined
}
