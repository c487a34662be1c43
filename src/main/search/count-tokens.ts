import type { Database } from 'better-sqlite3'
import type { ReadTexts } from '../archive/ports/article-records.ts'
import { createAnalyser } from './analyse.ts'
import type { CountTokens } from './feedback.ts'

/** Of a long article its beginning says what it is about; UTF-16 units. */
const MOST_TEXT = 20_000
/** Articles remembered: the first hits of one query are often among those of the next. */
const MOST_REMEMBERED = 100

/** Counts the tokens of articles' texts, analysed anew: the index knows articles by word, not words by article. */
export function createCountTokens(database: Database, readTexts: ReadTexts): CountTokens {
  const language = database.prepare<[number], string>('SELECT language FROM search_doc WHERE article = ?').pluck()
  const analyse = createAnalyser()
  const known = new Map<string, ReadonlyMap<string, number>>()
  return (article) => {
    const stored = readTexts([article]).get(article)
    if (stored === undefined) return new Map()
    const key = `${String(article)} ${String(stored.rendition)}`
    const before = known.get(key)
    if (before !== undefined) return before
    const body = stored.text.slice(0, MOST_TEXT)
    const { columns } = analyse({
      language: language.get(article) ?? 'und',
      title: '',
      standfirst: '',
      byline: '',
      body,
    })
    const counts = new Map<string, number>()
    for (const token of columns.body.split(' ')) counts.set(token, (counts.get(token) ?? 0) + 1)
    counts.delete('')
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(key, counts)
    return counts
  }
}
