import { computed, type ComputedRef } from 'vue'
import type { QueryItem, QueryNode, TermNode } from '../../../shared/model/query.ts'
import { parseQuery } from '../../../shared/query/parse-query.ts'
import type { TextRange } from '../../../shared/text/text-range.ts'
import { prepareFinding } from '../../reader/find-in-text.ts'
import type { Reader } from './use-reader.ts'

/** The places in the text of the words that a search looked for. */
export function useHits({ frame }: Reader, query: () => string | null): ComputedRef<readonly TextRange[]> {
  const prepared = computed(() => prepareFinding(frame.text.value))
  return computed(() => {
    const wanted = query()
    if (wanted === null || frame.text.value === '') return []
    return wordsOf(parseQuery(wanted, new Date().toISOString()).root)
      .flatMap((words) => prepared.value.find(words))
      .sort((one, other) => one.start - other.start)
  })
}

function wordsOf(node: QueryNode): readonly string[] {
  switch (node.kind) {
    case 'group':
      return node.items.flatMap((item: QueryItem) => (item.sign === 'must-not' ? [] : wordsOf(item.node)))
    case 'or':
      return node.children.flatMap(wordsOf)
    case 'filter':
      return []
    case 'word':
    case 'phrase':
    case 'prefix':
    case 'fuzzy':
      return looksInText(node) ? [node.text] : []
  }
}

function looksInText({ field }: TermNode): boolean {
  return field !== 'note'
}
