import { shallowRef, type ShallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { Result } from '../../shared/result.ts'
import type { PendingChange } from './pending-annotations.ts'

/** Changes that are shown before they are answered, and what became of the last one. */
export interface ShownAtOnce {
  readonly pending: ShallowRef<readonly PendingChange[]>
  /** Why the last change was not kept; null = nothing failed. */
  readonly problem: ShallowRef<AppError | null>
  /** Shows a change while it is asked for; what was answered takes its place in the same moment. */
  readonly whileShown: <Value>(
    change: PendingChange,
    ask: () => Promise<Result<Value>>,
    keep: (answer: Value) => void,
  ) => Promise<Result<Value>>
  readonly forget: () => void
}

/** Begins with nothing under way. */
export function createShownAtOnce(): ShownAtOnce {
  const pending = shallowRef<readonly PendingChange[]>([])
  const problem = shallowRef<AppError | null>(null)
  return {
    pending,
    problem,
    whileShown: async (change, ask, keep) => {
      pending.value = [...pending.value, change]
      const answer = await ask()
      // Both at once: a highlight that leaves and comes again would be painted and measured anew.
      if (answer.ok) keep(answer.value)
      pending.value = pending.value.filter((one) => one !== change)
      problem.value = answer.ok ? null : answer.error
      return answer
    },
    forget: () => {
      pending.value = []
      problem.value = null
    },
  }
}
