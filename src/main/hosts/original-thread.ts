import { appError } from '../../shared/app-error.ts'
import { err, type Result } from '../../shared/result.ts'
import type { OriginalHead } from '../archive/ports/stored-content.ts'
import type { StoredView } from '../ipc/router/original-views.ts'
import type { HostThread, StartThread } from './thread.ts'
import { createTurns } from './turns.ts'

/** An original with its bytes, on its way to be made harmless. */
export type OriginalToShow = Pick<OriginalHead, 'mediaType' | 'title' | 'language' | 'direction'> & {
  readonly bytes: Uint8Array
  readonly files: readonly { readonly address: string; readonly mediaType: string; readonly bytes: Uint8Array }[]
}

/** A thread that makes originals harmless, which a hostile page may bring down; the next gets a new one. */
export interface OriginalThread {
  readonly show: (original: OriginalToShow) => Promise<Result<StoredView>>
  readonly close: () => Promise<void>
}

/** How long one original may take, in milliseconds. */
const TIME = 20_000
/** How long the thread is kept without work, in milliseconds. */
const IDLE = 60_000
/** Its memory in MiB. */
const MEMORY = 1_024

/** Nothing runs before the first original. `time` in milliseconds is what one may take. */
export function createOriginalThread(startThread: StartThread, entry: string, time = TIME): OriginalThread {
  const turns = createTurns()
  let worker: HostThread | undefined
  let idle: NodeJS.Timeout | undefined

  const end = async (): Promise<void> => {
    clearTimeout(idle)
    const ending = worker
    worker = undefined
    await ending?.end()
  }

  /** What becomes of the original that is being shown; one at a time. */
  let settle: (result: Result<StoredView>) => void = () => undefined

  const start = (): HostThread => {
    const started = startThread(entry, { memory: MEMORY, background: true })
    started.onMessage((result) => {
      settle(result as Result<StoredView>)
    })
    started.onExit(() => {
      if (worker !== started) return
      void end()
      settle(notShown('it cannot be read, or takes too much memory'))
    })
    return started
  }

  const showOne = (original: OriginalToShow): Promise<Result<StoredView>> => {
    clearTimeout(idle)
    worker ??= start()
    const { promise, resolve } = Promise.withResolvers<Result<StoredView>>()
    const timer = setTimeout(() => {
      void end()
      settle(notShown('it takes too long'))
    }, time)
    settle = (result) => {
      clearTimeout(timer)
      settle = () => undefined
      if (worker !== undefined) idle = setTimeout(() => void end(), IDLE).unref()
      resolve(result)
    }
    worker.postMessage(original)
    return promise
  }

  return { show: (original) => turns.take(() => showOne(original)), close: end }
}

function notShown(reason: string): Result<never> {
  return err(appError('host/original-not-shown', { reason }))
}
