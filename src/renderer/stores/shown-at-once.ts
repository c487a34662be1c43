import { shallowRef, type ShallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { Result } from '../../shared/result.ts'
import type { PendingChange } from './pending-annotations.ts'

/** Changes that are shown before they are answered, and what became of the last one. */
export interface ShownAtOnce {
  readonly pending: ShallowRef<readonly PendingChange[]>
  /** Why the last change was not kept; null = nothing failed. */
  readonly problem: ShallowRef<AppError | null>
  /** Shows a change while it is asked for; afterwards what is stored speaks again. */
  readonly whileShown: <Value>(change: PendingChange, ask: () => Promise<Result<Value>>) => Promise<Result<Value>>
  readonly forget: () => void
}

/** Begins with nothing under way. */
export function createShownAtOnce(): ShownAtOnce {
  const pending = shallowRef<readonly PendingChange[]>([])
  const problem = shallowRef<AppError | null>(null)
  return {
    pending,
    problem,
    whileShown: async (change, ask) => {
      pending.value = [...pending.value, change]
      const answer = await ask()
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
