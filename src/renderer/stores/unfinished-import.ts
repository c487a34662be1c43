import { shallowRef, type ShallowRef } from 'vue'
import type { UnfinishedImport } from '../../shared/model/import.ts'
import { theHost } from '../api.ts'

/** An import that was cut short, as long as it is offered. */
export interface UnfinishedOffer {
  readonly found: ShallowRef<UnfinishedImport | null>
  /** Asks whether there is one. */
  readonly look: () => Promise<void>
  /** Leaves it as it stands, for good. */
  readonly leave: () => Promise<void>
}

/** Makes the offer. One that runs is unfinished too, so nothing is asked while `isIdle` says no. */
export function createUnfinishedOffer(isIdle: () => boolean): UnfinishedOffer {
  const found = shallowRef<UnfinishedImport | null>(null)
  return {
    found,
    look: async () => {
      if (!isIdle()) return
      const answer = await theHost().client.request('import.unfinished', {})
      found.value = answer.ok && isIdle() ? answer.value : null
    },
    leave: async () => {
      const run = found.value?.run
      found.value = null
      if (run !== undefined) await theHost().client.request('import.leave', { run })
    },
  }
}
