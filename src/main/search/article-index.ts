import type { Database } from 'better-sqlite3'
import { withoutLinkAddresses } from '../../shared/text/note-links.ts'
import type { AnalysedArticle } from '../archive/ports/analyse.ts'
import type { ArticleIndex } from '../archive/ports/article-index.ts'
import type { ArticleId, RenditionId } from '../../shared/model/identity.ts'
import { ANALYSIS_VERSION, createAnalyser } from './analyse.ts'
import { eraseDeleted } from './erase-deleted.ts'
import { createKnownWords } from './known-words.ts'
import { FORM_SEPARATOR, toWordToken } from './word-form.ts'

const INSERT_ARTICLE = `INSERT INTO search_article (rowid, title, standfirst, byline, body) VALUES (?, ?, ?, ?, ?)`
const INSERT_DOC = `INSERT INTO search_doc (article, rendition, analysis, language, input_sha256, tokens)
  VALUES (?, ?, ?, ?, ?, ?)`
const INSERT_WORDS = 'INSERT INTO search_word (forms) VALUES (?)'

/**
 * Leaf size in bytes: a leaf and its overhead fill one database page of 8 KiB. 4000 and 16 000 wrote and searched
 * 20 000 articles within a twentieth of the same time.
 */
const LEAF_BYTES = 8000
/**
 * Segments on a level before they are merged in the background of writes. 16 saves a tenth of the writing at twice the
 * segments that every query looks into, 4 costs a tenth more.
 */
const AUTOMERGE = 8
/**
 * Bytes of postings that FTS5 gathers before it writes a segment. Its own 1 MiB is full after some hundred articles, so that a
 * transaction of 128 became two segments. FTS5 does not document the option, and passes over options that it does not know.
 */
const GATHERED_BYTES = 4 * 1024 * 1024

/** The writing side of the index on the archive's writing connection; every call runs in the caller's transaction. */
export function createArticleIndex(database: Database): ArticleIndex {
  const words = createKnownWords(database)
  const analyse = createAnalyser()
  const sql = statements(database)
  let configured = false
  const configure = (): void => {
    if (!configured) configureTables(database)
    configured = true
  }
  const rememberWords = ({ language, forms: { joined, hashes } }: AnalysedArticle): void => {
    words.sync()
    const fresh: number[] = []
    for (let at = 0; at < hashes.length; at += 2) {
      if (words.isNew(hashes[at] ?? 0, hashes[at + 1] ?? 0)) fresh.push(at / 2)
    }
    if (fresh.length === 0) return
    const surfaces = joined.split(FORM_SEPARATOR, 1 + (fresh.at(-1) ?? 0))
    sql.insertWords.run(fresh.map((at) => toWordToken({ language, surface: surfaces[at] ?? '' })).join(' '))
  }
  const remove = (article: ArticleId): void => {
    if (sql.deleteDoc.run(article).changes > 0) sql.deleteArticle.run(article)
  }
  return {
    put: (_unit, article, rendition, analysed) => {
      configure()
      remove(article)
      insertEntry(sql, article, rendition, analysed)
      rememberWords(analysed)
    },
    outdated: (after, limit) => sql.outdated.all(ANALYSIS_VERSION, after, limit),
    has: (article) => sql.findDoc.get(article) !== undefined,
    remove: (_unit, article) => {
      remove(article)
    },
    putNote: (_unit, annotation, note, language) => {
      // Addresses of links are no words of the note: every linking note would be found by `article`.
      const body = withoutLinkAddresses(note)
      const analysed = analyse({ language, title: '', standfirst: '', byline: '', body })
      sql.deleteNote.run(annotation)
      sql.insertNote.run(annotation, analysed.columns.body)
      rememberWords(analysed)
    },
    removeNote: (_unit, annotation) => {
      sql.deleteNote.run(annotation)
    },
    clear: () => {
      words.forget()
      clearTables(database)
    },
    startErasing: () => {
      const steps = eraseDeleted(database, words.forget)
      return () => steps.next().done !== true
    },
    optimise: () => {
      for (const table of ['search_article', 'search_note', 'search_word']) {
        database.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`)
      }
    },
  }
}

type Statements = ReturnType<typeof statements>

function statements(database: Database) {
  return {
    insertArticle: database.prepare(INSERT_ARTICLE),
    insertDoc: database.prepare(INSERT_DOC),
    outdated: database
      .prepare<[number, ArticleId, number], ArticleId>(
        'SELECT article FROM search_doc WHERE analysis < ? AND article > ? ORDER BY article LIMIT ?',
      )
      .pluck(),
    findDoc: database.prepare<[ArticleId]>('SELECT 1 FROM search_doc WHERE article = ?'),
    insertWords: database.prepare(INSERT_WORDS),
    insertNote: database.prepare('INSERT INTO search_note (rowid, note) VALUES (?, ?)'),
    deleteArticle: database.prepare('DELETE FROM search_article WHERE rowid = ?'),
    deleteDoc: database.prepare('DELETE FROM search_doc WHERE article = ?'),
    deleteNote: database.prepare('DELETE FROM search_note WHERE rowid = ?'),
  }
}

function insertEntry(sql: Statements, article: ArticleId, rendition: RenditionId, analysed: AnalysedArticle): void {
  const { title, standfirst, byline, body } = analysed.columns
  sql.insertArticle.run(article, title, standfirst, byline, body)
  sql.insertDoc.run(
    article,
    rendition,
    analysed.analysis,
    analysed.language,
    analysed.inputHash,
    analysed.tokensChecksum,
  )
}

function configureTables(database: Database): void {
  const isSet = database.prepare(`SELECT v FROM search_article_config WHERE k = 'hashsize'`).get() !== undefined
  if (isSet) return
  for (const table of ['search_article', 'search_word']) {
    database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('pgsz', ${String(LEAF_BYTES)});
      INSERT INTO ${table} (${table}, rank) VALUES ('automerge', ${String(AUTOMERGE)});
      INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', ${String(GATHERED_BYTES)})`)
  }
}

function clearTables(database: Database): void {
  database.exec(`INSERT INTO search_article (search_article) VALUES ('delete-all');
    INSERT INTO search_note (search_note) VALUES ('delete-all');
    INSERT INTO search_word (search_word) VALUES ('delete-all');
    DELETE FROM search_doc`)
}
