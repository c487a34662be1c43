import type { CorePort } from '../../shared/ipc/message.ts'
import type { ThreadStart } from '../../shared/ipc/thread-start.ts'
import { ok, type Result } from '../../shared/result.ts'
import { openCore } from '../core.ts'
import type { Dispatch } from '../ipc/dispatcher.ts'
import type { InternalHandlers } from '../ipc/internal-requests.ts'
import { newestOnly } from '../ipc/newest-only.ts'
import { serveMessages } from '../ipc/serve-messages.ts'
import { bugLogPath, createBugLog } from './bug-log.ts'
import { openReadingCore } from './open-reading-core.ts'

interface OpenThread {
  readonly file: string
  readonly dispatch: Dispatch
  readonly internal: Partial<InternalHandlers>
  readonly close: () => void | Promise<void>
}

/**
 * Opens the archive in the thread's role and serves requests. An archive that cannot be opened does not end the
 * thread: every request is answered with the reason, for the interface to show.
 */
export function openCoreThread(start: ThreadStart & { readonly parseWorker: string }, port: CorePort): void {
  const warnings: string[] = []
  const opened = start.role === 'core' ? openWriting(start, port, warnings) : openReading(start)
  serveMessages(port, {
    dispatch: opened.ok ? opened.value.dispatch : () => Promise.resolve(opened),
    internal: {
      ...(opened.ok ? opened.value.internal : {}),
      'thread.opened': () => (opened.ok ? ok({ file: opened.value.file, warnings }) : opened),
      'thread.close': async () => {
        if (opened.ok) await opened.value.close()
        return ok({})
      },
    },
    reportBug: createBugLog(bugLogPath(process.env)),
  })
}

function openWriting(
  { file, create, parseWorker }: ThreadStart & { readonly parseWorker: string },
  port: CorePort,
  warnings: string[],
): Result<OpenThread> {
  const warn = (sentence: string): void => {
    warnings.push(sentence)
  }
  const core = openCore({ file, create, actor: 'window', parseWorker, warn })
  if (!core.ok) return core
  core.value.onEvent((name, payload) => {
    port.postMessage({ kind: 'event', name, payload })
  })
  return ok({ ...core.value, internal: {} })
}

/** A search that a newer one waits behind is not run any more: better-sqlite3 cannot interrupt one that runs. */
function openReading({ role, file }: ThreadStart): Result<OpenThread> {
  const core = openReadingCore(file)
  if (!core.ok || role !== 'search') return core
  return ok({ ...core.value, dispatch: newestOnly(core.value.dispatch) })
}
