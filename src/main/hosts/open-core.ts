import { setTimeout } from 'node:timers/promises'
import { appError } from '../../shared/app-error.ts'
import type { ThreadRole, ThreadStart } from '../../shared/ipc/thread-start.ts'
import { ok, type Result } from '../../shared/result.ts'
import { joinCoreThreads, type CoreThreads, type HostPort } from '../ipc/core-threads.ts'
import type { HostThread, StartThread } from './thread.ts'

/** An archive that is open in the core's three threads. */
export interface OpenCore {
  readonly threads: CoreThreads
  /** Absolute path, as the core resolved it. */
  readonly file: string
  readonly warnings: readonly string[]
  /** Whether a thread ended by itself; nothing is served any more. */
  readonly isLost: () => boolean
  /**
   * Closes the archive in order and ends the threads, those too that another left behind: one that is ended in the
   * middle of a native call can take this process along.
   */
  readonly close: () => Promise<void>
}

/** How to open the core's threads. */
export interface OpenCoreOptions {
  readonly startThread: StartThread
  /** File that each thread runs: `worker.ts`, or its built form. */
  readonly entry: string
  readonly file: string
  readonly create: boolean
  /** Called once when a thread ends that was not told to; everything that waits has been answered. Close the others. */
  readonly onLost: () => void
}

/** How long threads may take to close in order before they are ended, in milliseconds. */
const CLOSING_TIME = 20_000

/** Starts the writer, which makes or renews the archive, then the readers beside it. */
export async function openCoreThreads(options: OpenCoreOptions): Promise<Result<OpenCore>> {
  let gone: ThreadRole | undefined
  const crew = createCrew(options, (role) => {
    gone = role
    threads.abandon(appError('host/core-stopped'))
    options.onLost()
  })
  const threads = joinCoreThreads({ core: crew.port('core'), lists: crew.port('lists'), search: crew.port('search') })
  const writer = await threads.opened('core')
  const readers = writer.ok ? await Promise.all([threads.opened('lists'), threads.opened('search')]) : []
  const failed = [writer, ...readers].find((one) => !one.ok)
  if (failed?.ok === false) {
    await crew.end()
    return failed
  }
  if (!writer.ok) return writer
  return ok({
    ...writer.value,
    threads,
    isLost: () => gone !== undefined,
    close: async () => {
      await Promise.race([threads.close(gone), setTimeout(CLOSING_TIME, undefined, { ref: false })])
      await crew.end()
    },
  })
}

interface Crew {
  readonly port: (role: ThreadRole) => HostPort
  readonly end: () => Promise<void>
}

/** Threads that start with the first message to them; `onLost` is told of the first that ends by itself. */
function createCrew({ startThread, entry, file, create }: OpenCoreOptions, onLost: (role: ThreadRole) => void): Crew {
  const threads: HostThread[] = []
  let isEnding = false

  const end = async (): Promise<void> => {
    isEnding = true
    await Promise.all(threads.map((thread) => thread.end()))
  }

  const start = (role: ThreadRole, listeners: readonly ((message: unknown) => void)[]): HostThread => {
    const data: ThreadStart = { role, file, create: create && role === 'core' }
    const thread = startThread(entry, { data })
    threads.push(thread)
    for (const listener of listeners) thread.onMessage(listener)
    thread.onExit(() => {
      if (isEnding) return
      isEnding = true
      onLost(role)
    })
    return thread
  }

  return {
    port: (role) => {
      let thread: HostThread | undefined
      const listeners: ((message: unknown) => void)[] = []
      return {
        postMessage: (message) => {
          thread ??= start(role, listeners)
          thread.postMessage(message)
        },
        onMessage: (listener) => {
          listeners.push(listener)
        },
      }
    },
    end,
  }
}
