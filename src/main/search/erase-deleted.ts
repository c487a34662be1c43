import type { Database } from 'better-sqlite3'
import { quoteTokens } from './fts-expression.ts'

/** Index pages (8 KB) that one step of merging writes: about a tenth of a second. */
const PAGES = 256
/** Word forms that one step looks at. */
const WORDS = 2000

interface Word {
  readonly language: string
  readonly surface: string
  readonly stem: string
}

/**
 * Rids the index of what was taken out of it, a step at each `next`. FTS5 only marks rows as deleted; their tokens
 * stay in its segments until those are merged, so all segments are written anew. After that goes every word form of
 * which no entry holds the tokens any more. A form stays as long as another form of the same word is in use: it tells
 * nothing about the text it came from.
 *
 * Words are compared in one pass however few articles went: an article's words of before (an edited note, an earlier
 * version) are known nowhere else, and the merge reads more than this pass does.
 */
export function* eraseDeleted(database: Database, forgetWords: () => void): Generator<undefined> {
  for (const table of ['search_article', 'search_note'] as const) {
    const merge = database.prepare<[number]>(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`)
    const changes = database.prepare<[], number>('SELECT total_changes()').pluck()
    // Negative begins to merge all segments into one, positive goes on; fewer than two changes mean that nothing is left.
    for (let pages = -PAGES; ; pages = PAGES) {
      const before = changes.get() ?? 0
      merge.run(pages)
      if ((changes.get() ?? 0) - before < 2) break
      yield
    }
  }
  yield* dropUnusedWords(database, forgetWords)
}

function* dropUnusedWords(database: Database, forgetWords: () => void): Generator<undefined> {
  const lookUp = createIsUsed(database)
  const page = database.prepare<[string, string, number], Word>(
    `SELECT language, surface, stem FROM search_word WHERE (language, surface) > (?, ?)
     ORDER BY language, surface LIMIT ?`,
  )
  const drop = database.prepare<[string, string]>('DELETE FROM search_word WHERE language = ? AND surface = ?')
  let last: Pick<Word, 'language' | 'surface'> = { language: '', surface: '' }
  for (;;) {
    const words = page.all(last.language, last.surface, WORDS)
    // Remembered within one step only: between two, another program may bring a word in.
    const isUsed = lookUp()
    for (const { language, surface, stem } of words) {
      if (!stem.split(' ').every(isUsed)) drop.run(language, surface)
    }
    forgetWords()
    const end = words.at(-1)
    if (end === undefined) return
    last = end
    yield
  }
}

/** Whether some entry of the index holds a token: a look for its first row, which costs the same for every token. */
function createIsUsed(database: Database): () => (token: string) => boolean {
  const finds = ['search_article', 'search_note'].map((table) =>
    database.prepare<[string]>(`SELECT 1 FROM ${table} WHERE ${table} MATCH ? LIMIT 1`),
  )
  return () => {
    const known = new Map<string, boolean>()
    return (token) => {
      const before = known.get(token)
      if (before !== undefined) return before
      const found = finds.some((find) => find.get(quoteTokens([token])) !== undefined)
      known.set(token, found)
      return found
    }
  }
}
