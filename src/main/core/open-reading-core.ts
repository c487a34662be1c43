import { ok, type Result } from '../../shared/result.ts'
import { createDispatcher, type Dispatch } from '../ipc/dispatcher.ts'
import type { InternalHandlers } from '../ipc/internal-requests.ts'
import { createReadingHandlers } from '../ipc/reading-handlers.ts'
import { attempt } from '../storage/attempt.ts'
import { createBrowsing } from '../storage/reading/browsing.ts'
import { createReading } from '../storage/reading/reading.ts'
import { createStoredContent } from '../storage/reading/stored-content.ts'
import { openReader } from '../storage/open-reader.ts'
import { bugLogPath, createBugLog } from './bug-log.ts'
import { systemClock } from './clock.ts'
import { compareInThread } from './compare-thread.ts'
import { contentHandlers } from './content-handlers.ts'
import { joinSearch } from './join-search.ts'
import { previewOnDemand } from './preview-on-demand.ts'

/** The core's reading side for a thread of its own: everything that only reads, never a write. */
export interface ReadingCore {
  /** Absolute path of the archive. */
  readonly file: string
  readonly dispatch: Dispatch
  /** Bytes for frames and pictures. */
  readonly internal: Partial<InternalHandlers>
  readonly close: () => void
}

/**
 * Opens a reading connection to an archive that the writing core has open. `compareWorker`: file that a thread which
 * compares runs.
 */
export function openReadingCore(path: string, compareWorker: string): Result<ReadingCore> {
  const opened = openReader(path)
  if (!opened.ok) return opened
  const { database, file, close } = opened.value
  const ports = {
    attempt: <Value>(work: () => Value): Result<Value> => attempt(file, work),
    search: joinSearch(database, systemClock),
    reading: createReading(database),
    browsing: createBrowsing(database, file),
    compareTexts: compareInThread(compareWorker),
  }
  const all = { ...ports, previewExport: previewOnDemand(ports) }
  const handlers = createReadingHandlers(all)
  return ok({
    file,
    dispatch: createDispatcher(handlers, createBugLog(bugLogPath(process.env))),
    internal: contentHandlers({ ...all, content: createStoredContent(database) }),
    close,
  })
}
