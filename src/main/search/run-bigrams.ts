import { foldRun } from './fold-run.ts'
import { unitsOf } from './run-units.ts'

/**
 * A run as the index holds it: overlapping bigrams, and the last character alone, or else `都*` would not find 東京都.
 * 東京都 → 東京 京都 都.
 */
export function bigramsOf(run: string): readonly string[] {
  const units = unitsOf(foldRun(run))
  return units.map((unit, index) => unit + (units[index + 1] ?? ''))
}
