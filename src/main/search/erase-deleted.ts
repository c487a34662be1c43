import type { Database } from 'better-sqlite3'
import { wordTokens } from './analyse.ts'
import { quoteTokens } from './fts-expression.ts'
import { parseWordToken } from './word-form.ts'

/** Index pages (8 KB) that one step of merging writes: about a tenth of a second. */
const PAGES = 256
/** Word forms that one step looks at. */
const WORDS = 2000

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
  yield* mergeSegments(database, 'search_article')
  yield* mergeSegments(database, 'search_note')
  yield* dropUnusedWords(database, forgetWords)
  yield* mergeSegments(database, 'search_word')
}

function* mergeSegments(database: Database, table: 'search_article' | 'search_note' | 'search_word') {
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

function* dropUnusedWords(database: Database, forgetWords: () => void): Generator<undefined> {
  const lookUp = createIsUsed(database)
  const page = database
    .prepare<[string, number], string>('SELECT term FROM search_vocabulary WHERE term >= ? ORDER BY term LIMIT ?')
    .pluck()
  const drop = createDropForms(database)
  let last = ''
  for (;;) {
    const forms = page.all(last, WORDS)
    // Remembered within one step only: between two, another program may bring a word in.
    const isUsed = lookUp()
    drop(forms.filter((form) => !tokensOf(form).every(isUsed)))
    forgetWords()
    const end = forms.at(-1)
    if (end === undefined) return
    // The next term in the order of bytes: a form holds no NUL.
    last = `${end}\0`
    yield
  }
}

/** The token of a form's word in the index, none when nothing is left of it. */
function tokensOf(form: string): readonly string[] {
  const { language, surface } = parseWordToken(form)
  const token = wordTokens(language)(surface)
  return token === null ? [] : [token.stem]
}

/**
 * Takes forms out of `search_word`. FTS5 deletes whole rows only, so the other forms of the rows that hold one are put
 * in again; to find them, the vocabulary is read once, and only when there is something to take out.
 */
function createDropForms(database: Database): (forms: readonly string[]) => void {
  const rowsWith = database.prepare<[string], number>('SELECT rowid FROM search_word WHERE search_word MATCH ?').pluck()
  const insert = database.prepare<[string]>('INSERT INTO search_word (forms) VALUES (?)')
  const remove = database.prepare<[string]>('DELETE FROM search_word WHERE rowid IN (SELECT value FROM json_each(?))')
  return (forms) => {
    if (forms.length === 0) return
    const rows = new Set(forms.flatMap((form) => rowsWith.all(quoteTokens([form]))))
    const dropped = new Set(forms)
    const others = formsIn(database, rows).filter((form) => !dropped.has(form))
    remove.run(JSON.stringify([...rows]))
    if (others.length > 0) insert.run(others.join(' '))
  }
}

function formsIn(database: Database, rows: ReadonlySet<number>): readonly string[] {
  database.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word_row
    USING fts5vocab ('main', 'search_word', 'instance')`)
  const instances = database.prepare<[], [string, number]>('SELECT term, doc FROM temp.search_word_row').raw()
  const forms = new Set<string>()
  for (const [form, row] of instances.iterate()) if (rows.has(row)) forms.add(form)
  return [...forms]
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
