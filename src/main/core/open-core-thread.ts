import type { CorePort } from '../../shared/ipc/message.ts'
import type { ThreadRole } from '../../shared/ipc/thread-start.ts'
import type { Nothing } from '../../shared/model/nothing.ts'
import { ok, type Result } from '../../shared/result.ts'
import { serveMessages } from '../ipc/serve-messages.ts'
import { bugLogPath, createBugLog } from './bug-log.ts'
import type { CoreThreadStart, OpenInRole, OpenThread } from './open-in-role.ts'

/** A role's code is loaded by the thread that plays it, and by no other. */
const LOAD: Readonly<Record<ThreadRole, () => Promise<OpenInRole>>> = {
  core: async () => (await import('./open-writing-thread.ts')).openWritingThread,
  lists: async () => (await import('./open-reading-thread.ts')).openListsThread,
  search: async () => (await import('./open-reading-thread.ts')).openSearchThread,
}

/**
 * Loads the role's code and serves requests. The archive is opened with the first of them, so that a reader can load
 * while the writer still makes or renews the archive. One that cannot be opened does not end the thread: every request
 * is answered with the reason, for the interface to show.
 */
export function openCoreThread(start: CoreThreadStart, port: CorePort): void {
  const loading = LOAD[start.role]()
  let opening: Promise<Result<OpenThread>> | undefined
  const open = (): Promise<Result<OpenThread>> => (opening ??= loading.then((openInRole) => openInRole(start, port)))
  const close = async (): Promise<Result<Nothing>> => {
    // A thread that was asked for nothing has nothing open, and opens nothing in order to close it.
    const opened = await opening
    if (opened?.ok === true) await opened.value.close()
    return ok({})
  }
  serveMessages(port, {
    dispatch: async (name, input) => {
      const opened = await open()
      return opened.ok ? opened.value.dispatch(name, input) : opened
    },
    internal: async (name) => {
      if (name === 'thread.close') return { 'thread.close': close }
      const opened = await open()
      if (!opened.ok) return { [name]: () => opened }
      const { file, warnings, internal } = opened.value
      return { ...internal, 'thread.opened': () => ok({ file, warnings }) }
    },
    reportBug: createBugLog(bugLogPath(process.env)),
  })
}
