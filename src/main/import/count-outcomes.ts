import type { ImportCounts, ImportOutcome } from '../../shared/model/import.ts'

/** A tally of outcomes. */
export interface OutcomeCounter {
  readonly add: (outcome: ImportOutcome) => void
  /** The counts by now; `read` is their sum. */
  readonly current: () => ImportCounts
}

/** Starts a tally at zero. */
export function countOutcomes(): OutcomeCounter {
  const counts = { read: 0, added: 0, newVersion: 0, already: 0, linkOnly: 0, failed: 0 }
  return {
    add: (outcome) => {
      counts[outcome]++
      counts.read++
    },
    current: () => ({ ...counts }),
  }
}
