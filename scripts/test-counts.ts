import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** How the tests of a run ended. */
export interface TestCounts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Set to anything: the run only lists its tests, and all count as skipped. */
export const SKIPPED_VARIABLE = 'OFFPRINT_BROWSER_TESTS_SKIPPED'

/** Names the file in which a runner's reporter leaves its counts for the one who started it. */
const COUNTS_FILE = 'OFFPRINT_TEST_COUNTS'

/** The environment that makes a runner's reporter leave its counts in a file instead of printing the closing line. */
export function countingInto(file: string): NodeJS.ProcessEnv {
  return { ...process.env, [COUNTS_FILE]: file }
}

/** What a runner left; one failure when it ended before it could count. */
export function countsIn(file: string): TestCounts {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  return JSON.parse(readFileSync(file, 'utf8')) as TestCounts
}

/** Leaves a runner's counts where they were asked for, else prints them as the closing line. */
export function tellCounts(counts: TestCounts): void {
  const file = process.env[COUNTS_FILE]
  if (file !== undefined) writeFileSync(file, JSON.stringify(counts))
  else printClosingLine(counts)
}

/** `N passed, N failed` (and `, N skipped`), alone on the last line, for machines that read it. */
export function printClosingLine({ passed, failed, skipped }: TestCounts): void {
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}\n`)
}
