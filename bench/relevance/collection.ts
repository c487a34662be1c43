import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../../../shared/data/ir')

/** Test collections with judged answers, beside the checkout. */
export const COLLECTIONS = ['cranfield', 'xquad/en', 'xquad/de', 'xquad/ru', 'xquad/ar', 'xquad/zh'] as const

/** A text to be found. */
export interface Doc {
  readonly id: string
  readonly title?: string
  readonly text: string
}

/** Documents, questions, and the grades of the documents that answer each question. */
export interface Collection {
  readonly language: string
  readonly docs: readonly Doc[]
  readonly queries: readonly Doc[]
  readonly relevant: ReadonlyMap<string, Grades>
}

/** Grade by document; documents that do not answer at all are missing. */
export type Grades = ReadonlyMap<string, number>

/** Whether the collections are there. */
export function hasCollections(): boolean {
  return existsSync(FOLDER)
}

/** Reads one collection. */
export function readCollection(name: (typeof COLLECTIONS)[number]): Collection {
  const folder = join(FOLDER, name)
  return {
    language: name === 'cranfield' ? 'en' : name.slice(-2),
    docs: readLines(join(folder, 'docs.jsonl')),
    queries: readLines(join(folder, 'queries.jsonl')),
    relevant: readGrades(join(folder, 'qrels.tsv')),
  }
}

function readLines(file: string): readonly Doc[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Doc)
}

/** Judgments of -1 mark the source paper of a query, not an answer. */
function readGrades(file: string): Collection['relevant'] {
  const relevant = new Map<string, Map<string, number>>()
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
    const [query, doc, grade, raw] = line.split('\t')
    if (query === undefined || doc === undefined || raw === '-1') continue
    const grades = relevant.get(query) ?? new Map<string, number>()
    relevant.set(query, grades.set(doc, Number(grade)))
  }
  return relevant
}
