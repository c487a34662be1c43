import { appError, type AppError } from '../../../shared/app-error.ts'
import type { HostArchive } from '../../../shared/ipc/host-contract.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { AskInternal } from '../../ipc/internal-requests.ts'
import { openCoreWorkers, type OpenCore } from './core-workers.ts'

/** The one archive that the host has open. */
export interface ArchiveHolder {
  readonly state: () => HostArchive
  /** Closes the one that is open in order, then opens this, or makes it. Absolute path. */
  readonly open: (file: string, create: boolean) => Promise<Result<HostArchive>>
  /** A request of the core's contract. */
  readonly request: (name: string, input: unknown) => Promise<unknown>
  readonly content: AskInternal
  readonly close: () => Promise<void>
}

/** What the holder tells. */
export interface ArchiveHolderOptions {
  /** File that the core's threads run. */
  readonly entry: string
  /** Where a new archive would be made while none is open. */
  readonly usualFile: string
  readonly onEvent: (name: string, payload: unknown) => void
}

/** An archive whose threads end again and again so soon is not opened by itself any more, in milliseconds. */
const SOON = 10_000

/** Holds no archive at first. Openings run one after another. */
export function createArchiveHolder({ entry, usualFile, onEvent }: ArchiveHolderOptions): ArchiveHolder {
  let held: OpenCore | null = null
  let reason: AppError = appError('host/no-archive')
  let file = usualFile
  let turn: Promise<unknown> = Promise.resolve()
  let opened = 0

  const state = (): HostArchive => ({
    status: held === null ? 'none' : 'open',
    file: held?.file ?? file,
    warnings: held?.warnings ?? [],
  })

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(work, work)
    turn = done.catch(() => undefined)
    return done
  }

  const closeHeld = async (): Promise<void> => {
    const closing = held
    held = null
    reason = appError('host/no-archive')
    await closing?.close()
  }

  const openNow = async (wanted: string, create: boolean): Promise<Result<HostArchive>> => {
    const core = await openCoreWorkers({ entry, file: wanted, create, onLost: () => void restart() })
    if (!core.ok) return core
    opened = performance.now()
    held = core.value
    file = core.value.file
    core.value.threads.onEvent(onEvent)
    onEvent('host.archiveChanged', state())
    return ok(state())
  }

  /** A thread ended by itself: the archive is as its last transaction left it, and is opened again once. */
  const restart = (): Promise<void> =>
    inTurn(async () => {
      if (held === null) return
      const lost = held.file
      held = null
      reason = appError('host/core-stopped')
      onEvent('host.connection', { status: 'lost' })
      const again = performance.now() - opened > SOON ? await openNow(lost, false) : err(reason)
      if (again.ok) onEvent('host.connection', { status: 'back' })
      else onEvent('host.archiveChanged', state())
    })

  return {
    state,
    open: (wanted, create) =>
      inTurn(async () => {
        const before = held?.file
        await closeHeld()
        const done = await openNow(wanted, create)
        // What cannot be opened leaves the one that was open, not an empty window.
        if (!done.ok && before !== undefined) await openNow(before, false)
        return done
      }),
    request: (name, input) => held?.threads.request(name, input) ?? Promise.resolve(err(reason)),
    content: (name, input) => held?.threads.content(name, input) ?? Promise.resolve(err(reason)),
    close: () => inTurn(closeHeld),
  }
}
