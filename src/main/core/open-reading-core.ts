import { ok, type Result } from '../../shared/result.ts'
import { getArticle } from '../archive/get-article.ts'
import { createDispatcher, type Dispatch } from '../ipc/dispatcher.ts'
import type { Handlers } from '../ipc/handlers.ts'
import type { InternalHandlers } from '../ipc/internal-requests.ts'
import { attempt } from '../storage/attempt.ts'
import { createReading } from '../storage/reading/reading.ts'
import { createStoredContent } from '../storage/reading/stored-content.ts'
import { openReader } from '../storage/open-reader.ts'
import { bugLogPath, createBugLog } from './bug-log.ts'
import { systemClock } from './clock.ts'
import { contentHandlers } from './content-handlers.ts'
import { joinSearch } from './join-ports.ts'

/** The core's reading side for a thread of its own: lists, searches and articles, never a write. */
export interface ReadingCore {
  /** Absolute path of the archive. */
  readonly file: string
  readonly dispatch: Dispatch
  /** Bytes for frames and pictures. */
  readonly internal: Partial<InternalHandlers>
  readonly close: () => void
}

/** Opens a reading connection to an archive that the writing core has open. */
export function openReadingCore(file: string): Result<ReadingCore> {
  const opened = openReader(file)
  if (!opened.ok) return opened
  const { database, close } = opened.value
  const onArchive = <Value>(work: () => Value): Result<Value> => attempt(opened.value.file, work)
  const search = joinSearch(database, systemClock)
  const reading = createReading(database)
  const handlers: Pick<Handlers, 'article.get' | 'article.list' | 'article.search'> = {
    'article.get': ({ uid, version }) => getArticle({ attempt: onArchive, reading }, uid, version),
    'article.list': (request) => onArchive(() => search.list(request)),
    'article.search': (request) => onArchive(() => search.search(request)),
  }
  return ok({
    file: opened.value.file,
    dispatch: createDispatcher(handlers, createBugLog(bugLogPath(process.env))),
    internal: contentHandlers(onArchive, createStoredContent(database)),
    close,
  })
}
