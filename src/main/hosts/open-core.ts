import { setTimeout } from 'node:timers/promises'
import { appError } from '../../shared/app-error.ts'
import type { ThreadRole, ThreadStart } from '../../shared/ipc/thread-start.ts'
import { ok, type Result } from '../../shared/result.ts'
import { joinCoreThreads, type CoreThreads, type HostPort } from '../ipc/core-threads.ts'
import type { HeapLimits, HostThread, StartThread } from './thread.ts'

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

/**
 * Searching makes much garbage and keeps little: without limits the heap grew to 180 MB around 75 in use, at 100 000 articles.
 */
const READER_HEAP: HeapLimits = { old: 256, young: 6 }

/**
 * What the pool sends lives until it is stored, and for that V8 lets the young generation grow to 134 MB, which it keeps. At
 * this size an import takes no more processor time.
 */
const WRITER_HEAP: HeapLimits = { young: 12 }

/** How long threads may take to close in order before they are ended, in milliseconds. */
const CLOSING_TIME = 20_000

/** The thread of searches starts with the first of them, or so many milliseconds after the archive is open: the first list is shown before. */
const SEARCH_LATER = 1_000

/**
 * Starts the writer and the reader of lists at once, so that both load together; the writer makes or renews the archive
 * before the reader opens it.
 */
export async function openCoreThreads(options: OpenCoreOptions): Promise<Result<OpenCore>> {
  let gone: ThreadRole | undefined
  const crew = createCrew(options, (role) => {
    gone = role
    threads.abandon(appError('host/core-stopped'))
    options.onLost()
  })
  const threads = joinCoreThreads({ core: crew.port('core'), lists: crew.port('lists'), search: crew.port('search') })
  crew.start('core')
  crew.start('lists')
  const later = new AbortController()
  const close = async (): Promise<void> => {
    later.abort()
    const there = crew.started().filter((role) => role !== gone)
    await Promise.race([threads.close(there), setTimeout(CLOSING_TIME, undefined, { ref: false })])
    await crew.end()
  }
  const giveUp = async <Failed>(failed: Failed): Promise<Failed> => {
    await close()
    return failed
  }
  const writer = await threads.opened('core')
  if (!writer.ok) return giveUp(writer)
  const lists = await threads.opened('lists')
  if (!lists.ok) return giveUp(lists)
  void setTimeout(SEARCH_LATER, undefined, { ref: false, signal: later.signal }).then(
    () => {
      crew.start('search')
    },
    () => undefined,
  )
  return ok({ ...writer.value, threads, isLost: () => gone !== undefined, close })
}

interface Crew {
  readonly port: (role: ThreadRole) => HostPort
  /** Starts a thread that does not run yet; the first message to one starts it too. */
  readonly start: (role: ThreadRole) => void
  /** Threads that were started. */
  readonly started: () => readonly ThreadRole[]
  readonly end: () => Promise<void>
}

/** The core's threads; `onLost` is told of the first that ends by itself. */
function createCrew({ startThread, entry, file, create }: OpenCoreOptions, onLost: (role: ThreadRole) => void): Crew {
  const threads = new Map<ThreadRole, HostThread>()
  const listeners = new Map<ThreadRole, (message: unknown) => void>()
  let isEnding = false

  const start = (role: ThreadRole): HostThread => {
    const known = threads.get(role)
    if (known !== undefined) return known
    const data: ThreadStart = { role, file, create: create && role === 'core' }
    const thread = startThread(entry, { data, heap: role === 'core' ? WRITER_HEAP : READER_HEAP })
    threads.set(role, thread)
    thread.onMessage((message) => listeners.get(role)?.(message))
    thread.onExit(() => {
      if (isEnding) return
      isEnding = true
      onLost(role)
    })
    return thread
  }

  return {
    port: (role) => ({
      postMessage: (message) => {
        start(role).postMessage(message)
      },
      onMessage: (listener) => {
        listeners.set(role, listener)
      },
    }),
    start,
    started: () => [...threads.keys()],
    end: async () => {
      isEnding = true
      await Promise.all([...threads.values()].map((thread) => thread.end()))
    },
  }
}
