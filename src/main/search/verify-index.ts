import type { Database } from 'better-sqlite3'
import { Failure } from '../../shared/app-error.ts'
import type { SearchableText } from '../archive/ports/analyse.ts'
import type { IndexDamage } from '../archive/ports/article-index.ts'
import type { ArticleId } from '../../shared/model/identity.ts'
import { ANALYSIS_VERSION, hashInput } from './analyse.ts'
import { createTokensChecksum, COLUMNS, hashToken, type TokenHash, type TokensChecksum } from './token-hash.ts'

/** The present searchable text of an article; undefined for a link only. */
export type ReadIndexInput = (article: ArticleId) => SearchableText | undefined

interface Doc {
  readonly article: ArticleId
  readonly analysis: number
  readonly inputHash: Buffer
  readonly tokens: Buffer
  readonly isGone: 0 | 1
}

type Instance = readonly [term: string, doc: number, column: string, offset: number]

const DOCS = `SELECT search_doc.article, analysis, input_sha256 AS inputHash, tokens,
    article.id IS NULL AS isGone
  FROM search_doc LEFT JOIN article ON article.id = search_doc.article ORDER BY search_doc.article`
const MISSING = `SELECT article.id FROM article
  JOIN version ON version.id = article.current_version AND version.current_rendition IS NOT NULL
  WHERE trashed_at IS NULL AND NOT EXISTS (SELECT 1 FROM search_doc WHERE search_doc.article = article.id)`
const NOTES_MISSING = `SELECT annotation.id FROM annotation JOIN article ON article.id = annotation.article
  WHERE note IS NOT NULL AND trashed_at IS NULL
  AND annotation.id NOT IN (SELECT id FROM search_note_docsize)`
const NOTES_LEFT = `SELECT id FROM search_note_docsize WHERE id NOT IN (SELECT id FROM annotation WHERE note IS NOT NULL)`

/**
 * Compares the index with the archive: FTS5's own integrity check, every article's tokens read back and compared with
 * the checksum of its analysis, entries against articles, and inputs against the present text. Reads the whole
 * index. Changes nothing but a TEMP table. `goOn` is called again and again, and may throw a `Failure` to end it.
 */
export function verifyIndex(
  database: Database,
  readInput: ReadIndexInput,
  goOn: () => void = () => undefined,
): readonly IndexDamage[] {
  const structure = ['search_article', 'search_note', 'search_word'].flatMap((table) => {
    goOn()
    return checkStructure(database, table)
  })
  const docs = database.prepare<[], Doc>(DOCS).all()
  const readNext: ReadIndexInput = (article) => {
    goOn()
    return readInput(article)
  }
  return [...structure, ...checkTokens(database, docs, goOn), ...checkInputs(docs, readNext), ...checkEntries(database)]
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function checkStructure(database: Database, table: string): readonly IndexDamage[] {
  try {
    database.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`)
    return []
  } catch (error) {
    return [{ article: null, reason: `${table}: ${messageOf(error)}` }]
  }
}

/** Sums of the tokens that stand in the index, by article; broken pages end the reading early. */
function readSums(
  database: Database,
  goOn: () => void,
): {
  readonly sums: ReadonlyMap<number, TokensChecksum>
  readonly broken: string | null
} {
  const sums = new Map<number, TokensChecksum>()
  database.exec(`DROP TABLE IF EXISTS temp.search_verify;
    CREATE VIRTUAL TABLE temp.search_verify USING fts5vocab('main', 'search_article', 'instance')`)
  const instances = database.prepare<[], Instance>('SELECT term, doc, col, offset FROM temp.search_verify').raw()
  const columns = new Map<string, number>(COLUMNS.map((name, number) => [name, number]))
  let lastTerm = ''
  let hash: TokenHash = hashToken('')
  try {
    for (const [term, doc, column, offset] of instances.iterate()) {
      if (term !== lastTerm) {
        goOn()
        hash = hashToken(term)
      }
      lastTerm = term
      const sum = sums.get(doc) ?? createTokensChecksum()
      sums.set(doc, sum)
      sum.add(hash.high, hash.low, columns.get(column) ?? -1, offset)
    }
    return { sums, broken: null }
  } catch (error) {
    if (error instanceof Failure) throw error
    return { sums, broken: messageOf(error) }
  } finally {
    database.exec('DROP TABLE temp.search_verify')
  }
}

function checkTokens(database: Database, docs: readonly Doc[], goOn: () => void): readonly IndexDamage[] {
  const { sums, broken } = readSums(database, goOn)
  if (broken !== null) return [{ article: null, reason: `search_article cannot be read: ${broken}` }]
  const empty = createTokensChecksum()
  const known = new Set<number>(docs.map((doc) => doc.article))
  const wrong = docs
    .filter((doc) => !doc.tokens.equals((sums.get(doc.article) ?? empty).bytes()))
    .map((doc) => ({ article: doc.article, reason: 'the tokens in the index are not those of its analysis' }))
  const strange = [...sums.keys()]
    .filter((doc) => !known.has(doc))
    .map((doc) => ({ article: doc as ArticleId, reason: 'the index holds an entry that belongs to no article' }))
  return [...wrong, ...strange]
}

function checkInputs(docs: readonly Doc[], readInput: ReadIndexInput): readonly IndexDamage[] {
  return docs.flatMap((doc) => {
    const reason = inputDamage(doc, readInput)
    return reason === null ? [] : [{ article: doc.article, reason }]
  })
}

function inputDamage(doc: Doc, readInput: ReadIndexInput): string | null {
  if (doc.isGone === 1) return 'the index holds an entry of an article that is gone'
  if (doc.analysis > ANALYSIS_VERSION) return `analysed by a newer version (${String(doc.analysis)})`
  const input = readInput(doc.article)
  if (input === undefined) return 'the index holds an entry of an article without text'
  return doc.inputHash.equals(hashInput(input)) ? null : 'the index entry is of an earlier text'
}

function checkEntries(database: Database): readonly IndexDamage[] {
  const ids = (sql: string): readonly number[] => database.prepare<[], number>(sql).pluck().all()
  return [
    ...ids(MISSING).map((id) => ({ article: id as ArticleId, reason: 'the article has no entry in the index' })),
    ...ids(NOTES_MISSING).map((id) => ({ article: null, reason: `note ${String(id)} has no entry in the index` })),
    ...ids(NOTES_LEFT).map((id) => ({ article: null, reason: `the index holds note ${String(id)}, which is gone` })),
  ]
}
