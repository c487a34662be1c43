import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { JobControl } from './job-control.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'

/** A transaction of a long act is ended after so many steps or so much time, so that others get their turn. */
const AT_ONCE = { steps: 2000, milliseconds: 100 } as const

/** One small part of a long act; part of whatever transaction is open when its turn comes. */
export type Step = (unit: UnitOfWork) => void

/**
 * Does a long act in transactions of about 100 ms, between which others get their turn; `total` is for the progress
 * alone. Stopped by the signal or by a failure, what was committed stays. Answers how many steps were done.
 */
export async function runSteps(
  ports: ArchivePorts,
  control: JobControl,
  steps: Iterable<Step>,
  total: number | null,
): Promise<Result<number>> {
  const rest = steps[Symbol.iterator]()
  let done = 0
  let isOver = false
  while (!isOver && !control.signal.aborted) {
    const part = ports.attempt(() => ports.transact((unit) => runPart(ports, unit, rest)))
    if (!part.ok) return part
    done += part.value.done
    isOver = part.value.isOver
    control.onProgress(done, total)
    if (!isOver) await control.pause()
  }
  return ok(done)
}

function runPart(
  ports: ArchivePorts,
  unit: UnitOfWork,
  rest: Iterator<Step>,
): { readonly done: number; readonly isOver: boolean } {
  const until = Date.parse(ports.clock()) + AT_ONCE.milliseconds
  let done = 0
  do {
    const next = rest.next()
    if (next.done === true) return { done, isOver: true }
    next.value(unit)
    done++
  } while (done < AT_ONCE.steps && Date.parse(ports.clock()) < until)
  return { done, isOver: false }
}
