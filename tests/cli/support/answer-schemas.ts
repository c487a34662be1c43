import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { ExtractedItem } from '../../../src/main/core/extract-paths.ts'
import type { RestoreReport } from '../../../src/main/storage/restore.ts'
import type { AppError } from '../../../src/shared/app-error.ts'
import type { ErrorMessage } from '../../../src/shared/error-message.ts'
import type { Annotation } from '../../../src/shared/model/annotation.ts'
import type { ElementChosen } from '../../../src/shared/model/chosen-element.ts'
import type { Article, ArticleRow, VersionSummary } from '../../../src/shared/model/article.ts'
import type { TextComparison } from '../../../src/shared/model/comparison.ts'
import type { GestureSummary, UndoReport } from '../../../src/shared/model/gesture.ts'
import type { ExportReport, ImportReport } from '../../../src/shared/model/job.ts'
import type { ArticleLinks } from '../../../src/shared/model/note-link.ts'
import type { RebuildDerivedReport, RebuildIndexReport } from '../../../src/shared/model/rebuild.ts'
import type { ArchiveStats, BackupReport, VerifyReport } from '../../../src/shared/model/safekeeping.ts'
import type { SearchAnswer } from '../../../src/shared/model/search.ts'
import type { DeletionReport, TrashRow } from '../../../src/shared/model/trash.ts'

const FOLDER = join(import.meta.dirname, '../../../resources/schemas')

/** What the program says an answer is, by the file's name of its schema in `resources/schemas`. */
export interface Answers {
  readonly backup: BackupReport
  readonly deletion: DeletionReport
  readonly diff: TextComparison & { readonly uid: string }
  readonly error: { readonly error: AppError & ErrorMessage }
  readonly export: ExportReport
  readonly extract: ExtractedItem
  readonly gesture: GestureSummary
  readonly highlight: Annotation
  readonly import: ImportReport
  readonly 'list-row': ArticleRow
  readonly organise: object
  readonly 're-extract': ElementChosen
  readonly rebuild: RebuildDerivedReport | RebuildIndexReport
  readonly restore: RestoreReport
  readonly search: SearchAnswer
  readonly 'search-line': SearchAnswer & { readonly id: string | number }
  readonly show: Omit<Article, 'html' | 'parts'> & ArticleLinks
  readonly stats: ArchiveStats
  readonly 'trash-row': TrashRow
  readonly undo: UndoReport
  readonly verify: VerifyReport
  readonly 'version-row': VersionSummary
}

/** A schema of an answer. */
export type SchemaName = keyof Answers

/** Every schema that is shipped, as parsed. */
export const SCHEMAS: ReadonlyMap<string, AnySchemaObject> = new Map(
  readdirSync(FOLDER).map((name) => [
    basename(name, '.json'),
    JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as AnySchemaObject,
  ]),
)

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
addFormats(ajv)
for (const schema of SCHEMAS.values()) ajv.addSchema(schema)

/** What is wrong with an answer; empty when it fits. */
export function problemsOf(schema: string, answer: unknown): readonly string[] {
  const validate = ajv.getSchema(`${schema}.json`)
  if (validate === undefined) throw new Error(`there is no schema ${schema}`)
  if (validate(answer) === true) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`,
  )
}

/** Reads one line of JSON; fails the test when it does not fit its schema. */
export function parseAnswer<Name extends SchemaName>(schema: Name, line: string): Answers[Name] {
  const answer: unknown = JSON.parse(line)
  const problems = problemsOf(schema, answer)
  if (problems.length > 0) throw new Error(`does not fit ${schema}.json:\n${problems.join('\n')}`)
  return answer as Answers[Name]
}
