import type { JobKind, Jobs } from '../../shared/model/job.ts'
import type { ImportProgress } from '../../shared/model/import.ts'
import type { Result } from '../../shared/result.ts'
import { pause } from '../core/pause.ts'
import type { CommandContext } from './with-core.ts'

/** What a job ended with, and whether the person stopped it. */
export interface FinishedJob<Kind extends JobKind> {
  readonly result: Result<Jobs[Kind]['output']>
  readonly interrupted: boolean
}

/**
 * Runs long work in this process with progress on a terminal. Ctrl+C asks it to stop, keeping what is done; a second
 * Ctrl+C ends the process at once, which harms nothing either.
 */
export async function runJob<Kind extends JobKind>(
  { core, output }: CommandContext,
  kind: Kind,
  input: Jobs[Kind]['input'],
): Promise<FinishedJob<Kind>> {
  const abort = new AbortController()
  const stop = (): void => {
    output.message('Stopping; what is done is kept …')
    abort.abort()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    const run = core.runners[kind]
    const result = await run(input, {
      signal: abort.signal,
      pause,
      resumed: () => Promise.resolve(),
      onProgress: (done, total) => {
        output.progress(total === null ? `${done} done` : `${done} of ${total}`)
      },
      onImport: (progress) => {
        output.progress(importLine(progress))
      },
    })
    return { result, interrupted: abort.signal.aborted }
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

function importLine(progress: ImportProgress): string {
  const { read, known, rate, remaining, current } = progress
  const left = remaining === null ? '' : `, ${Math.ceil(remaining)} s left`
  return `${read} of ${known} (${Math.round(rate)} a second${left}) ${current}`
}
