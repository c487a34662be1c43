import type { ImportJobProgress } from '../../shared/model/import.ts'
import type { JobKind, Jobs } from '../../shared/model/job.ts'
import type { Result } from '../../shared/result.ts'
import type { JobControl } from './job-control.ts'

/** How a job is steered; an import reports its running counts too. */
export interface JobRunControl extends JobControl {
  readonly onImport: (progress: ImportJobProgress) => void
  /** Comes at once, or after a pause that a person asked for; also when the job is to stop meanwhile. */
  readonly resumed: () => Promise<void>
}

/** One kind of long work. */
export type JobRunner<Kind extends JobKind> = (
  input: Jobs[Kind]['input'],
  control: JobRunControl,
) => Promise<Result<Jobs[Kind]['output']>>

/** Every kind of long work; core.ts joins them. */
export type JobRunners = { readonly [Kind in JobKind]: JobRunner<Kind> }
