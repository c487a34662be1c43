import type { GroupNode, QueryNode, TermNode, TextField } from '../../shared/model/query.ts'
import type { MatchMode } from '../../shared/model/search.ts'
import { wordTokens } from './analyse.ts'
import { allOf, anyOf, type Condition, type Sql, type TextCondition } from './condition.ts'
import type { QueryFilter } from '../../shared/model/query.ts'
import { packFor } from './languages/registry.ts'
import { orExpression, quoteTokens } from './fts-expression.ts'
import { openRun, phraseTokens, queryStretches, type QueryStretch } from './query-tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What expanding a query needs to know of the archive. */
export interface Expansion {
  readonly vocabulary: Vocabulary
  readonly filterSql: (filter: QueryFilter) => Sql
  /** Whether nothing in the query has a mark, so that words of languages that keep them are meant with any marks. */
  readonly isUnmarked?: boolean
  /** Whether there is more to the query than one phrase. */
  readonly isQuestion?: boolean
  /** A word that is still being typed, and what it stands for instead. */
  readonly unfinished?: { readonly node: QueryNode; readonly fts: string }
}

/** Above so many stems a prefix is looked up in the index itself, with the stems that do not begin so added. */
const MOST_STEMS = 400
/**
 * Stems near a fuzzy word that rank hits: of a short word with two slips there are hundreds, with which bm25 took half a second at
 * 10 000 articles. Hits of the others come after.
 */
const MOST_RANKED = 24

/**
 * Turns a query into a condition: every word expanded for every language of the archive. `any` makes the plain items
 * alternatives; signed items and filters hold in either mode.
 */
export function expandQuery(root: GroupNode, match: MatchMode, expansion: Expansion): Condition {
  const required: Condition[] = []
  const optional: Condition[] = []
  for (const { sign, node } of root.items) {
    const condition = nodeCondition(node, sign === 'must-not' ? 'all' : match, expansion)
    if (sign === 'must-not') required.push({ kind: 'not', child: condition })
    else if (sign === 'must' || node.kind === 'filter' || match === 'all') required.push(condition)
    else optional.push(condition, ...wordsOfPhrase(node, match, expansion))
  }
  if (optional.length === 0) return required.length === 0 ? { kind: 'never' } : allOf(required)
  const isBeside = (condition: Condition): boolean => condition.kind === 'filter' || condition.kind === 'not'
  const musts = required.filter((condition) => !isBeside(condition))
  const wanted = anyOf(optional)
  if (musts.length === 0) return allOf([...required, wanted])
  // With +must words the others only raise the rank.
  return allOf([...required.filter(isBeside), { kind: 'or', children: [allOf(musts), allOf([...musts, wanted])] }])
}

/**
 * In a question of which some words will do, a quoted name counts by its words too: whoever wrote it otherwise is found,
 * only not as high. A phrase alone stays one.
 */
function wordsOfPhrase(node: QueryNode, match: MatchMode, expansion: Expansion): readonly Condition[] {
  if (match !== 'any' || node.kind !== 'phrase' || expansion.isQuestion !== true) return []
  const { text, field, start, end } = node
  return [termCondition({ kind: 'word', text, field, start, end }, match, expansion)]
}

function nodeCondition(node: QueryNode, match: MatchMode, expansion: Expansion): Condition {
  if (node.kind === 'filter') return { kind: 'filter', filter: expansion.filterSql(node.filter) }
  if (node.kind === 'or') return anyOf(node.children.map((child) => nodeCondition(child, 'all', expansion)))
  if (node.kind === 'group') return expandQuery(node, 'all', expansion)
  return termCondition(node, match, expansion)
}

function text(words: Words, field: TextField | null, phrase: string | null = null): TextCondition {
  return { kind: 'text', ...words, field, phrase }
}

/** What a word stands for. */
type Words = Pick<TextCondition, 'fts' | 'isOpen' | 'wide'>

function termCondition(node: TermNode, match: MatchMode, expansion: Expansion): Condition {
  if (expansion.unfinished?.node === node) return text(expansion.unfinished, node.field)
  const stretches = queryStretches(node.text)
  if (stretches.length === 0) return { kind: 'never' }
  if (node.kind === 'phrase') return phraseCondition(node.text, node.distance, node.field, expansion)
  const conditions = stretches.flatMap((stretch, index) => {
    const isLast = index === stretches.length - 1
    return stretchWords(node, stretch, isLast, expansion).map((words) => text(words, node.field))
  })
  return match === 'any' ? anyOf(conditions) : allOf(conditions)
}

function stretchWords(node: TermNode, stretch: QueryStretch, isLast: boolean, expansion: Expansion): readonly Words[] {
  if (stretch.kind === 'run') {
    const { tokens, prefix } = openRun(stretch.units)
    return tokens.map((token) => (prefix ? beginning(token, []) : { fts: quoteTokens([token]) }))
  }
  if (isLast && node.kind === 'prefix') return [prefixWords(stretch.surface, expansion)]
  const forms = wordForms(stretch.surface, expansion)
  if (!isLast || node.kind !== 'fuzzy') return [{ fts: forms }]
  return [fuzzyWords(stretch.surface, forms, node.edits, expansion)]
}

/** Tokens that begin so, and others. */
function beginning(prefix: string, stems: readonly string[]): Words {
  const fts = orExpression([quoteTokens([prefix], true), ...stems.map((stem) => quoteTokens([stem]))])
  return { fts, isOpen: true, wide: { prefix, stems, ranked: null } }
}

/** A word as each language of the archive writes it; of an elided word (lʼhomme) what stands after the apostrophe. */
function wordForms(surface: string, { vocabulary, isUnmarked }: Expansion): string {
  const forms = vocabulary.languages().flatMap((language) => {
    const token = wordTokens(language)(surface)
    const marked = isUnmarked === true && packFor(language).keepsMarks === true
    const others = marked ? vocabulary.stemsButForMarks(surface, language) : []
    return [...(token === null ? [] : [(token.elided ?? token).stem]), ...others].map((stem) => quoteTokens([stem]))
  })
  return forms.length === 0 ? quoteTokens([surface]) : orExpression(forms)
}

function prefixWords(surface: string, { vocabulary }: Expansion): Words {
  const folded = wordTokens('und')(surface)?.stem ?? surface
  const stems = vocabulary.stemsOfPrefix(surface, MOST_STEMS + 1)
  if (stems.length > 0 && stems.length <= MOST_STEMS) {
    return { fts: orExpression(stems.map((stem) => quoteTokens([stem]))), isOpen: true }
  }
  return beginning(folded, stems.filter((stem) => !stem.startsWith(folded)).slice(0, MOST_STEMS))
}

/** A word's own forms and those near it; where there are many, only the nearest rank. */
function fuzzyWords(surface: string, forms: string, edits: number, { vocabulary }: Expansion): Words {
  const stems = vocabulary.stemsWithin(surface, edits)
  const wordsOf = (some: readonly string[]): string => orExpression([forms, ...some.map((stem) => quoteTokens([stem]))])
  const fts = wordsOf(stems)
  if (stems.length <= MOST_RANKED) return { fts, isOpen: true }
  const nearest = edits === 1 ? [] : vocabulary.stemsWithin(surface, 1)
  const ofSameLetter = stems.filter((stem) => stem.startsWith(surface.charAt(0)))
  const ranked = [...new Set([...nearest, ...ofSameLetter, ...stems])].slice(0, MOST_RANKED)
  const own = Array.from(forms.matchAll(/"([^"]*)"/g), ([, token = '']) => token)
  const wide = { prefix: null, stems: [...new Set([...own, ...stems])], ranked: wordsOf(ranked) }
  return { fts, isOpen: true, wide }
}

function phraseCondition(
  phrase: string,
  distance: number | null,
  field: TextField | null,
  expansion: Expansion,
): Condition {
  const rows = expansion.vocabulary.languages().map((language) => phraseTokens(phrase, wordTokens(language)))
  const expressions = rows.flatMap(({ tokens, prefix }) => {
    if (tokens.length === 0) return []
    if (distance === null || tokens.length === 1) return [quoteTokens(tokens, prefix)]
    const each = tokens.map((token, at) => quoteTokens([token], prefix && at === tokens.length - 1))
    return [`NEAR(${each.join(' ')}, ${String(distance)})`]
  })
  if (expressions.length === 0) return { kind: 'never' }
  return text({ fts: orExpression(expressions) }, field, distance === null ? phrase : null)
}
