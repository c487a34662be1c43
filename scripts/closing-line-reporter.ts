import type { Reporter, TestCase, TestModule } from 'vitest/node'

/**
 * Ends a test run with `N passed, N failed` (and `, N skipped`), alone on the last line, for machines that read it.
 * Errors outside tests (a worker that died, an unhandled rejection, a file that does not load) count as failed.
 */
export function closingLineReporter(): Reporter {
  const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 }
  return {
    onTestCaseResult: (test: TestCase) => {
      counts[test.result().state]++
    },
    onTestRunEnd: (modules: readonly TestModule[], unhandledErrors: readonly unknown[]) => {
      const broken = modules.filter((module) => module.errors().length > 0).length
      counts.failed += unhandledErrors.length + broken
      process.once('exit', () => {
        const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`
        process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`)
      })
    },
  }
}
