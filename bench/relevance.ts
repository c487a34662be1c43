import Database from 'better-sqlite3'
import lunr from 'lunr'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArticleId, ArticleUid, Instant, RenditionId } from '../src/shared/model/identity.ts'
import type { ArticleRow } from '../src/shared/model/article.ts'
import type { UnitOfWork } from '../src/main/archive/ports/unit-of-work.ts'
import { createAnalyser } from '../src/main/search/analyse.ts'
import { createArticleIndex } from '../src/main/search/article-index.ts'
import { createArticleSearch } from '../src/main/search/article-search.ts'
import { FIRST_SCHEMA } from '../src/main/storage/migrations/001-first-schema.ts'

const FOLDER = join(import.meta.dirname, '../../shared/data/ir')
const COLLECTIONS = ['cranfield', 'xquad/en', 'xquad/de', 'xquad/ru', 'xquad/ar', 'xquad/zh']

interface Doc {
  readonly id: string
  readonly title?: string
  readonly text: string
}

interface Collection {
  readonly language: string
  readonly docs: readonly Doc[]
  readonly queries: readonly { readonly id: string; readonly text: string }[]
  readonly relevant: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** One line of the table. */
export interface RelevanceRow {
  readonly collection: string
  readonly engine: 'offprint' | 'lunr'
  /** Normalised discounted cumulative gain of the first ten. */
  readonly ndcg10: number
  /** Mean reciprocal rank within the first ten. */
  readonly mrr10: number
}

function readLines(file: string): readonly Doc[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Doc)
}

function readCollection(name: string): Collection {
  const folder = join(FOLDER, name)
  const relevant = new Map<string, Map<string, number>>()
  for (const line of readFileSync(join(folder, 'qrels.tsv'), 'utf8').split('\n').slice(1)) {
    const [query, doc, grade, raw] = line.split('\t')
    // Judgments of -1 mark the source paper of a query, not an answer.
    if (query === undefined || doc === undefined || raw === '-1') continue
    const grades = relevant.get(query) ?? new Map<string, number>()
    relevant.set(query, grades.set(doc, Number(grade)))
  }
  const language = name === 'cranfield' ? 'en' : name.slice(-2)
  return {
    language,
    docs: readLines(join(folder, 'docs.jsonl')),
    queries: readLines(join(folder, 'queries.jsonl')),
    relevant,
  }
}

type Ask = (query: string) => readonly string[]

function offprint({ docs, language }: Collection): Ask {
  const database = new Database(':memory:')
  database.exec(FIRST_SCHEMA)
  database.pragma('foreign_keys = OFF')
  const index = createArticleIndex(database)
  const analyse = createAnalyser()
  const unit = {} as UnitOfWork
  const article = database.prepare(`INSERT INTO article (id, uid, added_at, changed_at, state, starred)
    VALUES (?, ?, '', '', 'unread', 0)`)
  docs.forEach(({ id, title = '', text }, at) => {
    article.run(at + 1, id)
    const analysed = analyse({ language, title, standfirst: '', byline: '', body: text })
    index.put(unit, (at + 1) as ArticleId, (at + 1) as RenditionId, analysed)
  })
  const search = createArticleSearch({
    database,
    now: () => '2026-01-01T00:00:00.000Z' as Instant,
    readTexts: (ids) =>
      new Map(
        ids.map((id) => [id, { rendition: id as number as RenditionId, text: docs[id - 1]?.text ?? '', parts: [] }]),
      ),
    readRows: (ids) => ids.map((id) => ({ uid: (docs[id - 1]?.id ?? '') as ArticleUid }) as ArticleRow),
  })
  return (query) => search.search({ query, match: 'any', limit: 100, offset: 0 }).hits.map((hit) => hit.uid)
}

function stockLunr({ docs }: Collection): Ask {
  const index = lunr((builder) => {
    builder.ref('id')
    builder.field('title', { boost: 4 })
    builder.field('text')
    for (const doc of docs) builder.add(doc)
  })
  return (query) => {
    const terms = query.split(/\s+/).map((term) => term.replace(/[~^*:+\-\\]/g, ' '))
    return index.search(terms.join(' ')).map((hit) => hit.ref)
  }
}

function measure(collection: string, engine: RelevanceRow['engine'], data: Collection, ask: Ask): RelevanceRow {
  let ndcg = 0
  let mrr = 0
  let asked = 0
  for (const { id, text } of data.queries) {
    const grades = data.relevant.get(id)
    if (grades === undefined) continue
    asked++
    const gains = ask(text)
      .slice(0, 10)
      .map((doc) => grades.get(doc) ?? 0)
    const ideal = [...grades.values()].sort((one, other) => other - one).slice(0, 10)
    ndcg += discounted(gains) / discounted(ideal)
    const first = gains.findIndex((gain) => gain > 0)
    mrr += first < 0 ? 0 : 1 / (first + 1)
  }
  return { collection, engine, ndcg10: ndcg / asked, mrr10: mrr / asked }
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)
}

/** Prints how well Offprint and stock lunr rank the collections beside the checkout; answers the rows. */
export function run(): readonly RelevanceRow[] {
  if (!existsSync(FOLDER)) {
    console.log(`relevance: skipped, ${FOLDER} is absent`)
    return []
  }
  const rows = COLLECTIONS.flatMap((name) => {
    const data = readCollection(name)
    return [measure(name, 'offprint', data, offprint(data)), measure(name, 'lunr', data, stockLunr(data))]
  })
  console.table(rows.map((row) => ({ ...row, ndcg10: row.ndcg10.toFixed(4), mrr10: row.mrr10.toFixed(4) })))
  return rows
}
