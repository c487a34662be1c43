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
 * Runs one request at a time; of those of one name that wait, only the newest is run when its turn comes, the others are
 * answered `ipc/superseded` at once. Requests of different names wait for one another in the order of their first.
 */
export function newestOnly(dispatch: Dispatch): Dispatch {
  const waiting = new Map<string, Waiting>()
  let isRunning = false

  async function run(): Promise<void> {
    isRunning = true
    // Messages that arrived while a search held the thread are delivered first, so that the newest is known.
    await setImmediate()
    for (let next = takeFirst(waiting); next !== undefined; next = takeFirst(waiting)) {
      next.answer(await dispatch(next.name, next.input))
      await setImmediate()
    }
    isRunning = false
  }

  return (name, input) =>
    new Promise((answer) => {
      waiting.get(name)?.answer(err(appError('ipc/superseded')))
      waiting.set(name, { name, input, answer })
      if (!isRunning) void run()
    })
}

function takeFirst(waiting: Map<string, Waiting>): Waiting | undefined {
  for (const [name, first] of waiting) {
    waiting.delete(name)
    return first
  }
  return undefined
}
