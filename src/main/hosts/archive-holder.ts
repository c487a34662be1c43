import { appError, type AppError } from '../../shared/app-error.ts'
import { describeError } from '../../shared/describe-error.ts'
import type { HostArchive } from '../../shared/ipc/host-contract.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { AskInternal } from '../ipc/internal-requests.ts'
import { openCoreThreads, type OpenCore } from './open-core.ts'
import type { StartThread } from './thread.ts'
import { createTurns } from './turns.ts'

/** The one archive that the host has open. */
export interface ArchiveHolder {
  /** What is open, once an opening that is under way has ended. */
  readonly state: () => Promise<HostArchive>
  /** Closes the one that is open in order, then opens this, or makes it. Absolute path. */
  readonly open: (file: string, create: boolean) => Promise<Result<HostArchive>>
  /** A request of the core's contract. */
  readonly request: (name: string, input: unknown) => Promise<unknown>
  readonly content: AskInternal
  readonly close: () => Promise<void>
}

/** What the holder tells. */
export interface ArchiveHolderOptions {
  readonly startThread: StartThread
  /** File that the core's threads run. */
  readonly entry: string
  /** Where a new archive would be made while none is open. */
  readonly usualFile: string
  readonly onEvent: (name: string, payload: unknown) => void
}

/** An archive whose threads end again and again so soon is not opened by itself any more, in milliseconds. */
const SOON = 10_000

/** Holds no archive at first. Openings run one after another; a request waits for the one under way. */
export function createArchiveHolder({ startThread, entry, usualFile, onEvent }: ArchiveHolderOptions): ArchiveHolder {
  const turns = createTurns()
  let held: OpenCore | null = null
  // Why requests cannot be served while nothing is held.
  let reason: AppError = appError('host/no-archive')
  let resting: HostArchive = { status: 'none', file: usualFile, warnings: [] }
  let opened = 0

  const settled = async (): Promise<OpenCore | null> => {
    if (held === null) await turns.ended()
    return held
  }
  const state = (): HostArchive =>
    held === null ? resting : { status: 'open', file: held.file, warnings: held.warnings }

  const closeHeld = async (why: 'host/no-archive' | 'host/core-stopped'): Promise<void> => {
    const closing = held
    held = null
    reason = appError(why)
    await closing?.close()
  }

  const openNow = async (file: string, create: boolean): Promise<Result<HostArchive>> => {
    const core = await openCoreThreads({ startThread, entry, file, create, onLost: () => void restart() })
    if (!core.ok) {
      resting = { ...resting, warnings: [inOneLine(core.error)] }
      return core
    }
    opened = performance.now()
    held = core.value
    resting = { status: 'none', file: core.value.file, warnings: [] }
    core.value.threads.onEvent(onEvent)
    onEvent('host.archiveChanged', state())
    return ok(state())
  }

  /** A thread ended by itself: the archive is as its last transaction left it, and is opened again, unless another is. */
  const restart = (): Promise<void> =>
    turns.take(async () => {
      if (held?.isLost() !== true) return
      const { file } = held
      onEvent('host.connection', { status: 'lost' })
      await closeHeld('host/core-stopped')
      const again = performance.now() - opened > SOON ? await openNow(file, false) : err(reason)
      if (again.ok) onEvent('host.connection', { status: 'back' })
      else onEvent('host.archiveChanged', state())
    })

  const openInstead = async (file: string, create: boolean): Promise<Result<HostArchive>> => {
    const before = held?.file
    await closeHeld('host/no-archive')
    const done = await openNow(file, create)
    // What cannot be opened leaves the one that was open, not an empty window.
    if (!done.ok && before !== undefined) await openNow(before, false)
    return done
  }

  return {
    state: async () => {
      await settled()
      return state()
    },
    open: (file, create) => turns.take(() => openInstead(file, create)),
    request: async (name, input) => (await settled())?.threads.request(name, input) ?? err(reason),
    content: async (name, input) => (await settled())?.threads.content(name, input) ?? err(reason),
    close: () => turns.take(() => closeHeld('host/no-archive')),
  }
}

function inOneLine(error: AppError): string {
  const { what, means, todo } = describeError(error)
  return [what, means, todo].join(' ')
}
