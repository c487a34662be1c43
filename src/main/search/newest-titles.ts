import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'
import { whileUnwritten } from './moment.ts'
import { queryStretches } from './query-tokens.ts'

/** Titles are looked at among the articles added last. */
const NEWEST = 2_000
/** Titles whose words are remembered. */
const MOST_REMEMBERED = 2 * NEWEST

interface Titled {
  readonly article: ArticleId
  readonly title: string
}

/** Articles added last with a word in their title that begins so, the newest first. */
export type NewestWithTitle = (letters: string) => readonly ArticleId[]

/**
 * Reads the newest titles once for as long as nobody writes, and cuts each into words once: an import writes a few times
 * a second, and all but a batch of the titles are the same then.
 */
export function createNewestWithTitle(database: Database): NewestWithTitle {
  const select = database.prepare<[number], Titled>(
    `SELECT article, title FROM article_listing WHERE trashed = 0 AND title IS NOT NULL
     ORDER BY added_at DESC, article DESC LIMIT ?`,
  )
  const known = new Map<string, readonly string[]>()
  const wordsOf = (title: string): readonly string[] => {
    const before = known.get(title)
    if (before !== undefined) return before
    if (known.size >= MOST_REMEMBERED) known.clear()
    const words = queryStretches(title).flatMap((one) => (one.kind === 'word' ? [one.surface] : []))
    known.set(title, words)
    return words
  }
  const newest = whileUnwritten(database, () =>
    select.all(NEWEST).map(({ article, title }) => ({ article, words: wordsOf(title) })),
  )
  return (letters) =>
    newest()
      .filter(({ words }) => words.some((word) => word.startsWith(letters)))
      .map(({ article }) => article)
}
