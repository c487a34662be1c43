import { setImmediate } from 'node:timers/promises'
import { appError } from '../../shared/app-error.ts'
import { err, type Result } from '../../shared/result.ts'
import type { Dispatch } from './dispatcher.ts'

interface Waiting {
  readonly name: string
  readonly input: unknown
  readonly answer: (result: Result<unknown>) => void
}

/**
 * Runs one request at a time; of those that wait, only the newest is run when its turn comes, the others are answered
 * `ipc/superseded` at once.
 */
export function newestOnly(dispatch: Dispatch): Dispatch {
  let waiting: Waiting | undefined
  let isRunning = false

  async function run(): Promise<void> {
    isRunning = true
    // Messages that arrived while a search held the thread are delivered first, so that the newest is known.
    await setImmediate()
    while (waiting !== undefined) {
      const next: Waiting = waiting
      waiting = undefined
      next.answer(await dispatch(next.name, next.input))
      await setImmediate()
    }
    isRunning = false
  }

  return (name, input) =>
    new Promise((answer) => {
      waiting?.answer(err(appError('ipc/superseded')))
      waiting = { name, input, answer }
      if (!isRunning) void run()
    })
}
