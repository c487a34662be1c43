import type { TextRange } from '../../src/shared/text/text-range.ts'

/** An expected orphan placed somewhere is wrong, a place not found is an orphan: less bad, it says that it is one. */
export type Outcome = 'right' | 'wrong' | 'orphan'

/**
 * What became of a quote. A place is right when it shares at least half of what either range covers with the expected
 * one (null: it was deleted, and an orphan is right).
 */
export function outcomeOf(found: TextRange | null, expected: TextRange | null): Outcome {
  if (found === null) return expected === null ? 'right' : 'orphan'
  if (expected === null) return 'wrong'
  const shared = Math.min(found.end, expected.end) - Math.max(found.start, expected.start)
  const covered = Math.max(found.end, expected.end) - Math.min(found.start, expected.start)
  return shared >= covered / 2 ? 'right' : 'wrong'
}
