import type { AppError } from '../../shared/app-error.ts'
import type { Instant } from '../../shared/model/identity.ts'
import type { ImportJobProgress } from '../../shared/model/import.ts'
import type { ImportReport, Job, JobUid } from '../../shared/model/job.ts'
import type { GivenFile } from '../pipe/host-pipe.ts'

/** What everything of an import is put into and given. */
export interface ImportWishes {
  readonly collection: readonly string[]
  readonly tags: readonly string[]
}

/** No collection, no tags. */
export const NO_WISHES: ImportWishes = { collection: [], tags: [] }

/** What to bring in: files to hand over first, paths that the host can read, or the rest of an import cut short. */
export type ImportSource =
  | { readonly kind: 'files'; readonly files: readonly GivenFile[] }
  /** `base` = the folder of files handed over before, which they are told relative to; null = they lie at their own place. */
  | {
      readonly kind: 'paths'
      readonly paths: readonly string[]
      readonly base: string | null
      /** Opens locked archives; forgotten when the import has started. */
      readonly password?: string | null
    }
  | { readonly kind: 'unfinished' }

/** Where an import is; what it ended with is kept until it is dismissed. */
export type ImportState =
  | { readonly status: 'waiting' }
  /** Files are handed over; bytes. */
  | { readonly status: 'giving'; readonly sent: number; readonly total: number }
  | {
      readonly status: 'running'
      readonly progress: ImportJobProgress | null
      readonly cancelling: boolean
      readonly paused: boolean
    }
  /** `known` = items found when it was stopped; null = everything was read. */
  | { readonly status: 'done'; readonly report: ImportReport; readonly ended: Instant; readonly known: number | null }
  | { readonly status: 'failed'; readonly error: AppError; readonly progress: ImportJobProgress | null }

/** One import in the list of the view. */
export interface ImportEntry {
  readonly id: string
  /** Null = started elsewhere (before a reload). */
  readonly source: ImportSource | null
  readonly job: JobUid | null
  /** Where handed-over files lie, to be forgotten with the entry. */
  readonly folder: string | null
  /** Names of what could not be read when it was given; such files never reach the job. */
  readonly unread: readonly string[]
  readonly wishes: ImportWishes
  readonly state: ImportState
}

/** Whether an import is under way. */
export function isActive({ state }: ImportEntry): boolean {
  return state.status === 'giving' || state.status === 'running'
}

const IMPORT_KINDS: ReadonlySet<string> = new Set(['import.run', 'import.resume'])

/** Whether a job is an import that the view shows; the sample's is not. */
export function isImport({ kind }: Job): boolean {
  return IMPORT_KINDS.has(kind)
}

/** Where a job has brought an import, from where it was before. */
export function stateOfJob({ state }: Job, before: ImportState | null): ImportState {
  const last = before?.status === 'running' || before?.status === 'failed' ? before.progress : null
  switch (state.status) {
    case 'running':
      return {
        status: 'running',
        progress: state.progress.import ?? last,
        cancelling: state.cancelling,
        paused: state.paused,
      }
    case 'failed':
      return { status: 'failed', error: state.error, progress: last }
    case 'done': {
      if (before?.status === 'done') return before
      // The kind of the job says which output it has.
      const report = state.output as ImportReport
      return { status: 'done', report, ended: state.ended, known: report.cancelled ? (last?.known ?? null) : null }
    }
  }
}
