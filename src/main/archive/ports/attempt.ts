import type { Result } from '../../../shared/result.ts'

/**
 * Runs work that touches the archive and answers expected failures (a thrown `Failure`, disk full, busy, damaged) as
 * values; bugs pass through.
 */
export type Attempt = <Value>(work: () => Value) => Result<Value>
