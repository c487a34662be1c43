import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { tellCounts } from './test-counts.ts'

/**
 * Ends a vitest run with the closing line (`tellCounts`). Errors outside tests (a worker that died, an unhandled
 * rejection, a file that does not load) count as failed.
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
      process.once('exit', () => tellCounts(counts))
    },
  }
}
