import type { CorePort } from '../../shared/ipc/message.ts'
import type { ThreadStart } from '../../shared/ipc/thread-start.ts'
import type { Result } from '../../shared/result.ts'
import type { Dispatch } from '../ipc/dispatcher.ts'
import type { InternalHandlers } from '../ipc/internal-requests.ts'

/** What a thread of the core is started with. */
export interface CoreThreadStart extends ThreadStart {
  /** File that a thread of the parse pool runs. */
  readonly parseWorker: string
}

/** An archive that is open in a thread. */
export interface OpenThread {
  /** Absolute path. */
  readonly file: string
  readonly dispatch: Dispatch
  readonly internal: Partial<InternalHandlers>
  /** What a person should know about the archive's place. */
  readonly warnings: readonly string[]
  readonly close: () => void | Promise<void>
}

/** Opens the archive in one role. */
export type OpenInRole = (start: CoreThreadStart, port: CorePort) => Result<OpenThread>
