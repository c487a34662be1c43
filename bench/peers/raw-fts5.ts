import Database from 'better-sqlite3'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CorpusArticle } from '../corpus/corpus-article.ts'
import type { BenchQuery } from '../corpus/query-log.ts'
import { PAGE, type Peer } from './peer.ts'

/** Articles written in one transaction. */
const BATCH = 1_000

/** SQLite's FTS5 with its English tokenizer, a file in the temporary folder, the texts inside. */
export const rawFts5Peer: Peer = {
  name: 'raw FTS5',
  build: (articles) => {
    const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-'))
    const file = join(folder, 'fts5.sqlite')
    const database = new Database(file)
    database.pragma('journal_mode = WAL')
    database.exec(
      "CREATE VIRTUAL TABLE article USING fts5(title, standfirst, byline, body, tokenize = 'porter unicode61')",
    )
    insertAll(database, articles)
    database.pragma('wal_checkpoint(TRUNCATE)')
    const page = database.prepare<[string]>(
      `SELECT rowid FROM article WHERE article MATCH ? ORDER BY bm25(article, 4, 2, 2, 1) LIMIT ${String(PAGE)}`,
    )
    const total = database.prepare<[string], number>('SELECT count(*) FROM article WHERE article MATCH ?').pluck()
    return {
      search: (query) => {
        const asked = ask(query)
        if (asked === null) return null
        page.all(asked)
        return total.get(asked) ?? 0
      },
      bytesOnDisk: statSync(file).size,
      close: () => {
        database.close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}

function insertAll(database: Database.Database, articles: Iterable<CorpusArticle>): void {
  const insert = database.prepare('INSERT INTO article (title, standfirst, byline, body) VALUES (?, ?, ?, ?)')
  let waiting = 0
  for (const { title, standfirst, byline, text } of articles) {
    if (waiting === 0) database.exec('BEGIN')
    insert.run(title, standfirst, byline, text)
    waiting = (waiting + 1) % BATCH
    if (waiting === 0) database.exec('COMMIT')
  }
  if (waiting > 0) database.exec('COMMIT')
}

/** In FTS5's query language, every word quoted. */
function ask({ form, words, without }: BenchQuery): string | null {
  const quoted = words.map((word) => `"${word}"`)
  switch (form) {
    case 'words':
      return without === null ? quoted.join(' ') : `${quoted.join(' ')} NOT "${without}"`
    case 'phrase':
      return `"${words.join(' ')}"`
    case 'prefix':
      return `${quoted.join('')}*`
    case 'title':
      return `title : ${quoted.join('')}`
    case 'other':
      return null
  }
}
