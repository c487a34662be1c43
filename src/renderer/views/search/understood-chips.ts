import type { QueryNode, QuerySpan } from '../../../shared/model/query.ts'
import type { UnderstoodPart } from '../../../shared/model/search.ts'
import { parseQuery } from '../../../shared/query/parse-query.ts'
import { removePart } from '../../../shared/query/remove-part.ts'
import { describePart, type PartWords } from './describe-part.ts'

/** One condition as a chip: what it says, whether an "or" stands before it, and the query without it. */
export interface QueryChip extends PartWords {
  readonly key: string
  readonly alternative: boolean
  readonly without: string
}

/** The chips of an answer's parts, in the order of the query. */
export function understoodChips(query: string, parts: readonly UnderstoodPart[], locale: string): readonly QueryChip[] {
  const negated = negatedSpans(parseQuery(query, new Date().toISOString()).root, [])
  return parts.flatMap((part, index) => {
    if (part.kind === 'or') return []
    const isWithout = (depthIn(negated, part) + (part.sign === 'must-not' ? 1 : 0)) % 2 === 1
    return [
      {
        ...describePart(part, isWithout, locale),
        key: `${String(part.start)} ${part.text}`,
        alternative: parts[index - 1]?.kind === 'or',
        without: removePart(query, part),
      },
    ]
  })
}

/** Groups with a minus before them: what stands inside is excluded, though it has no sign of its own. */
function negatedSpans(node: QueryNode, into: QuerySpan[]): readonly QuerySpan[] {
  if (node.kind === 'or') for (const child of node.children) negatedSpans(child, into)
  if (node.kind !== 'group') return into
  for (const { sign, node: inner } of node.items) {
    if (sign === 'must-not' && inner.kind === 'group') into.push(inner)
    negatedSpans(inner, into)
  }
  return into
}

function depthIn(spans: readonly QuerySpan[], { start, end }: QuerySpan): number {
  return spans.filter((span) => span.start <= start && end <= span.end).length
}
