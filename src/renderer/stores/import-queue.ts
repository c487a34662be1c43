import type { Job, JobUid } from '../../shared/model/job.ts'
import type { ImportEntries } from './import-entries.ts'
import type { ImportEntry } from './import-entry.ts'
import { keepImport } from './kept-imports.ts'
import { startImport, type StartPorts } from './start-import.ts'

/** What running imports stands on. */
export interface ImportQueuePorts {
  readonly entries: ImportEntries
  readonly jobs: {
    readonly start: StartPorts['start']
    readonly ended: (uid: JobUid) => Promise<Job>
    readonly cancel: (uid: JobUid) => Promise<unknown>
    readonly pause: (uid: JobUid, paused: boolean) => Promise<unknown>
  }
  /** Nothing waits and nothing runs any more. */
  readonly onIdle: () => Promise<void>
}

/** Runs imports, one after the other. */
export interface ImportQueue {
  /** Starts what waits, unless something runs. */
  readonly pump: () => Promise<void>
  /** Whether an import is being started or runs here: a job without an entry is one whose name is not known yet. */
  readonly isPumping: () => boolean
  /** Stops an import; what is in stays. One that waits, or whose files are still handed over, is taken out. */
  readonly stop: (id: string) => Promise<void>
  /** Lets an import that runs wait, or go on. */
  readonly pause: (id: string, paused: boolean) => Promise<void>
  /** Forgets all of them: they are of another archive, files on their way to it too. */
  readonly leaveArchive: () => void
}

/** Makes the queue over the entries of a window. */
export function createImportQueue({ entries, jobs, onIdle }: ImportQueuePorts): ImportQueue {
  const { active, waiting } = entries
  let isPumping = false
  let giving = new AbortController()

  async function run(entry: ImportEntry): Promise<void> {
    const change = (facts: Partial<ImportEntry>): void => entries.change(entry.id, facts)
    const { signal } = (giving = new AbortController())
    const started = await startImport(entry, { start: jobs.start, change, signal })
    if (!started.ok) {
      // Of one that was stopped before it began nothing has come in, so there is nothing to report.
      if (signal.aborted) entries.remove(entry.id)
      else change({ state: { status: 'failed', error: started.error, progress: null } })
      return
    }
    keepImport(started.value, entries.find(entry.id) ?? entry)
    change({ job: started.value, state: { status: 'running', progress: null, cancelling: false, paused: false } })
    // Stopped in the moment between the last file and the first item.
    if (signal.aborted) await jobs.cancel(started.value)
    entries.take(await jobs.ended(started.value), false)
  }

  return {
    pump: async () => {
      if (isPumping) return
      isPumping = true
      const next = (): ImportEntry | undefined => (active.value === null ? waiting.value[0] : undefined)
      for (let entry = next(); entry !== undefined; entry = next()) await run(entry)
      isPumping = false
      await onIdle()
    },
    isPumping: () => isPumping,
    stop: async (id) => {
      const entry = entries.find(id)
      if (entry?.state.status === 'waiting') entries.remove(id)
      else if (entry?.state.status === 'giving') giving.abort()
      else if (entry !== undefined && entry.job !== null) await jobs.cancel(entry.job)
    },
    pause: async (id, paused) => {
      const job = entries.find(id)?.job ?? null
      if (job !== null) await jobs.pause(job, paused)
    },
    leaveArchive: () => {
      if (active.value?.state.status === 'giving') giving.abort()
      entries.clear()
    },
  }
}
