import type { GroupNode } from '../../shared/model/query.ts'
import { wordTokens } from './analyse.ts'
import { quoteTokens } from './fts-expression.ts'
import { packFor } from './languages/registry.ts'
import { queryStretches } from './query-tokens.ts'

/** How much of a word more an article counts that holds an unmarked word of the query as it was typed. */
export const AS_TYPED = 0.5

/**
 * Expressions of a query's words as they were typed, in languages that keep their marks: `ma` finds má and mà as well, but
 * ma first.
 */
export function asTyped(root: GroupNode, languages: readonly string[]): readonly string[] {
  const marked = languages.filter((language) => packFor(language).keepsMarks === true)
  const words = root.items.flatMap(({ sign, node }) =>
    sign !== 'must-not' && node.kind === 'word' && node.field === null ? queryStretches(node.text) : [],
  )
  const stems = marked.flatMap((language) =>
    words.flatMap((word) => (word.kind === 'word' ? (wordTokens(language)(word.surface)?.stem ?? []) : [])),
  )
  return [...new Set(stems)].map((stem) => quoteTokens([stem]))
}
