import type { QueryItem } from '../model/query.ts'
import { parseQuery } from './parse-query.ts'

/** A query for notes in its two parts. */
export interface NoteQuery {
  /** Words and phrases that must stand in the passage or the note. */
  readonly words: readonly string[]
  /** What it says about the article, as a query for articles; empty = nothing. */
  readonly articles: string
}

/** Only where things stand in the query is read, not what its dates mean. */
const ANY_TIME = '2000-01-01T00:00:00.000Z'

/**
 * Words and phrases are looked for in notes and passages; filters (`tag:`, `in:`, `lang:`, `after:` …), what is looked for
 * in a part of the article (`title:`, `by:`, `text:`), exclusions and alternatives speak of the article.
 */
export function splitNoteQuery(query: string): NoteQuery {
  const words: string[] = []
  let articles = ''
  let from = 0
  for (const item of parseQuery(query, ANY_TIME).root.items) {
    const word = wordOf(item)
    if (word === null) continue
    words.push(word)
    articles += query.slice(from, item.node.start)
    from = item.node.end
  }
  articles = (articles + query.slice(from)).replaceAll(/(?:^|\s)(?:AND|\+)(?=\s|$)/g, ' ').trim()
  return { words, articles }
}

function wordOf({ sign, node }: QueryItem): string | null {
  if (sign === 'must-not' || (node.kind !== 'word' && node.kind !== 'phrase' && node.kind !== 'prefix')) return null
  return node.field === null || node.field === 'note' ? node.text : null
}
