import type { TestCase } from 'vitest/node'
import type { Reporter } from 'vitest/reporters'

/**
 * Ends a test run with `N passed, N failed` (and `, N skipped`), alone on the last line, for machines that read it.
 * Errors outside tests (a worker that died, an unhandled rejection) count as failed.
 */
export default function closingLineReporter(): Reporter {
  const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 }
  return {
    onTestCaseResult: (test: TestCase) => {
      counts[test.result().state]++
    },
    onTestRunEnd: (modules, unhandledErrors) => {
      const brokenModules = modules.filter((module) => module.errors().length > 0).length
      counts.failed += unhandledErrors.length + brokenModules
      process.once('exit', () => {
        const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`
        process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`)
      })
    },
  }
}
