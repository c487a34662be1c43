import type { QueryNode } from '../../shared/model/query.ts'
import type { UnderstoodPart } from '../../shared/model/search.ts'
import type { ParsedQuery } from '../../shared/model/query.ts'
import type { Attempt } from './run-query.ts'

/** How a query's parts were understood and run: of a phrase that was not looked up word for word, that it was not. */
export function understoodParts({ root, parts }: ParsedQuery, { unchecked }: Attempt): readonly UnderstoodPart[] {
  if (unchecked.length === 0) return parts
  const starts = new Set(phraseStarts(root, new Set(unchecked.map(({ phrase }) => phrase))))
  return parts.map((part) => {
    const isLeft = part.kind === 'phrase' && part.problem === null && starts.has(part.start)
    return isLeft ? { ...part, problem: 'too-common' } : part
  })
}

function phraseStarts(node: QueryNode, phrases: ReadonlySet<string | null>): readonly number[] {
  if (node.kind === 'phrase') return node.distance === null && phrases.has(node.text) ? [node.start] : []
  if (node.kind === 'or') return node.children.flatMap((child) => phraseStarts(child, phrases))
  return node.kind === 'group' ? node.items.flatMap((item) => phraseStarts(item.node, phrases)) : []
}
