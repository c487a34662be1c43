import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter'
import { SKIPPED_VARIABLE, tellCounts } from '../test-counts.ts'

/** Ends a Playwright run with the closing line (`tellCounts`); what passed the second time counts as passed (the list names it flaky), errors outside tests as failed. */
// eslint-disable-next-line no-restricted-syntax -- Playwright loads a reporter as the default export of a file, and makes it with `new`
export default class BrowserTestsReporter implements Reporter {
  #suite: Suite | null = null
  #errors = 0

  printsToStdio(): boolean {
    return false
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite
  }

  onError(): void {
    this.#errors++
  }

  onEnd(): void {
    const tests = this.#suite?.allTests() ?? []
    if (process.env[SKIPPED_VARIABLE] === undefined) {
      const counts = { passed: 0, failed: this.#errors, skipped: 0 }
      for (const test of tests) counts[outcomeOf(test)]++
      const inElectron = tests.filter((test) => test.parent.project()?.name === 'electron')
      sayNotRun(inElectron.filter((test) => test.outcome() === 'skipped'))
      process.once('exit', () => tellCounts(counts))
    } else {
      tellCounts({ passed: 0, failed: this.#errors, skipped: tests.length })
    }
  }
}

/** Says how much of the desktop application was not seen, and why. */
function sayNotRun(skipped: readonly TestCase[]): void {
  const reasons = new Set(skipped.flatMap(({ annotations }) => annotations.map(({ description }) => description ?? '')))
  if (skipped.length === 0) return
  console.log(`\n${String(skipped.length)} journeys were not run in Electron: ${[...reasons].join('; ')}.`)
}

function outcomeOf(test: TestCase): 'passed' | 'failed' | 'skipped' {
  const outcome = test.outcome()
  if (outcome === 'skipped') return 'skipped'
  return outcome === 'unexpected' ? 'failed' : 'passed'
}
