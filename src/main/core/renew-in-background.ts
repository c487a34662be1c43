import { setTimeout } from 'node:timers/promises'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import { renewIndex } from '../archive/renew-index.ts'
import type { ReportBug } from '../ipc/report-bug.ts'

/** Rest between two steps, in milliseconds: half the time at most goes into it. */
const REST = 30
/** The first list is shown before it begins. */
const FIRST_REST = 2_000

/** Work in the background of a core. */
export interface BackgroundWork {
  /** Ends it after the step that runs; what is done stays. */
  readonly stop: () => Promise<void>
}

/** Brings the index up to the present analysis, from the newest program's first opening on until all is done. */
export function renewInBackground(archive: ArchivePorts, reportBug: ReportBug): BackgroundWork {
  const stopping = new AbortController()
  const { signal } = stopping
  const rest = (milliseconds: number): Promise<void> =>
    setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined)
  const work = async (): Promise<void> => {
    await rest(FIRST_REST)
    await renewIndex(archive, { signal, onProgress: () => undefined, pause: () => rest(REST) })
  }
  const done = work().catch((error: unknown) => {
    reportBug(error)
  })
  return {
    stop: async () => {
      stopping.abort()
      await done
    },
  }
}
