import type { CorePort } from '../../shared/ipc/message.ts'
import type { ThreadStart } from '../../shared/ipc/thread-start.ts'
import type { Result } from '../../shared/result.ts'
import { openCore } from '../core.ts'
import type { Dispatch } from '../ipc/dispatcher.ts'
import { newestOnly } from '../ipc/newest-only.ts'
import { serveMessages } from '../ipc/serve-messages.ts'
import { openReadingCore } from './open-reading-core.ts'

interface OpenThread {
  readonly dispatch: Dispatch
  readonly close: () => void | Promise<void>
}

/**
 * Opens the archive in the thread's role and serves requests. An archive that cannot be opened does not end the
 * thread: every request is answered with the reason, for the interface to show.
 */
export function openCoreThread(start: ThreadStart & { readonly parseWorker: string }, port: CorePort): void {
  const opened = start.role === 'core' ? openWriting(start, port) : openReading(start)
  const dispatch: Dispatch = opened.ok ? opened.value.dispatch : () => Promise.resolve(opened)
  serveMessages(port, dispatch, async () => {
    if (opened.ok) await opened.value.close()
  })
}

function openWriting(start: ThreadStart & { readonly parseWorker: string }, port: CorePort): Result<OpenThread> {
  const { file, create, parseWorker } = start
  const core = openCore({ file, create, actor: 'window', parseWorker, warn: () => undefined })
  if (!core.ok) return core
  core.value.onEvent((name, payload) => {
    port.postMessage({ kind: 'event', name, payload })
  })
  return { ok: true, value: core.value }
}

/** A search that a newer one waits behind is not run any more: better-sqlite3 cannot interrupt one that runs. */
function openReading({ role, file }: ThreadStart): Result<OpenThread> {
  const core = openReadingCore(file)
  if (!core.ok || role !== 'search') return core
  return { ok: true, value: { ...core.value, dispatch: newestOnly(core.value.dispatch) } }
}
