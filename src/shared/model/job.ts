import type { AppError } from '../app-error.ts'
import type { Brand } from '../brand.ts'
import type { GestureUid, Instant, Uid } from './identity.ts'
import type { ImportCounts, ImportItemReport, ImportJobProgress, ImportTally } from './import.ts'
import type { ReadingState } from './article.ts'
import type { Nothing } from './nothing.ts'
import type { OrganisedArticles } from './organisation.ts'
import type { RebuildDerivedReport, RebuildIndexReport } from './rebuild.ts'
import type { BackupReport, VerifyReport } from './safekeeping.ts'
import type { ArticleSelection } from './selection.ts'
import type { DeletionReport } from './trash.ts'

/** Names one piece of long work. */
export type JobUid = Brand<Uid, 'JobUid'>

/** An import as asked for; paths as given. */
export interface ImportRequest {
  readonly paths: readonly string[]
  /** A folder that what lies below it is told relative to, in reports and as an item's origin; null = paths are told as they are. */
  readonly base: string | null
  /** Path of a collection, steps from the root; empty = none. */
  readonly collection: readonly string[]
  readonly tags: readonly string[]
  /** Reads everything as this format instead of detecting it; null = detect. */
  readonly format: string | null
  /** Says what would happen and stores nothing. */
  readonly dryRun: boolean
  /** Which items the report names: all, those that need a decision, or those that failed; a long import's full list is as long as itself. */
  readonly report: 'all' | 'decisions' | 'failed'
  /** Opens locked ZIPs. It lives as long as the run: it is not stored with it, told or logged. */
  readonly password?: string
}

/** What an import did; `seconds` of wall-clock time. */
export interface ImportReport extends ImportCounts, ImportTally {
  /** What to undo, the whole run; null when nothing was stored. */
  readonly gesture: GestureUid | null
  readonly seconds: number
  readonly cancelled: boolean
  /** As wished: every item, those that need a decision, or those that failed. */
  readonly items: readonly ImportItemReport[]
}

/** An export as asked for. */
export interface ExportRequest {
  /** An empty query = all outside the Trash. */
  readonly selection: ArticleSelection
  readonly format: 'markdown'
  /** Folder to write into, made when missing. */
  readonly to: string
  /** Path of a template file; null = the built-in one. */
  readonly template: string | null
}

/** What to do to many articles. */
export type OrganiseAction =
  | { readonly kind: 'mark'; readonly state: ReadingState | null; readonly starred: boolean | null }
  | { readonly kind: 'trash'; readonly trashed: boolean }
  | { readonly kind: 'tag'; readonly tag: string; readonly present: boolean }
  | { readonly kind: 'collect'; readonly path: readonly string[]; readonly present: boolean }

/** A bulk action as asked for. */
export interface OrganiseRequest {
  readonly selection: ArticleSelection
  readonly action: OrganiseAction
}

/** What an export wrote. */
export interface ExportReport {
  readonly written: number
  readonly files: readonly string[]
  readonly notes: readonly string[]
}

/** Long work: what it is given and what it answers. `noun.verb` of the request that starts it. */
export interface Jobs {
  'archive.backup': { readonly input: { readonly to: string }; readonly output: BackupReport }
  'archive.verify': { readonly input: Nothing; readonly output: VerifyReport }
  'archive.rebuild-index': { readonly input: Nothing; readonly output: RebuildIndexReport }
  'archive.rebuild-derived': { readonly input: Nothing; readonly output: RebuildDerivedReport }
  'import.run': { readonly input: ImportRequest; readonly output: ImportReport }
  /** Brings in the built-in sample with its collections, tags, highlights and notes. */
  'import.sample': { readonly input: Nothing; readonly output: ImportReport }
  /** A bulk action on many articles, in steps, as one gesture; stopping it keeps what is done, undo takes it back. */
  'article.organise': { readonly input: OrganiseRequest; readonly output: OrganisedArticles }
  'import.resume': { readonly input: Pick<ImportRequest, 'report'>; readonly output: ImportReport }
  'export.run': { readonly input: ExportRequest; readonly output: ExportReport }
  'trash.empty': { readonly input: Nothing; readonly output: DeletionReport }
}

/** A kind of long work. */
export type JobKind = keyof Jobs

/** How far a job is: items, and for an import its running report. */
export interface JobProgress {
  readonly done: number
  /** null while unknown. */
  readonly total: number | null
  readonly import: ImportJobProgress | null
}

/** A job at any moment; what it ended with is kept until the core ends. */
export type JobState =
  | {
      readonly status: 'running'
      readonly progress: JobProgress
      readonly cancelling: boolean
      /** A person asked it to wait; only an import does. */
      readonly paused: boolean
    }
  | { readonly status: 'done'; readonly ended: Instant; readonly output: Jobs[JobKind]['output'] }
  | { readonly status: 'failed'; readonly ended: Instant; readonly error: AppError }

/** One job in a list. */
export interface Job {
  readonly uid: JobUid
  readonly kind: JobKind
  readonly started: Instant
  readonly state: JobState
}
