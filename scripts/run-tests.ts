import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.ts'
import { countingInto, countsIn, printClosingLine, SKIPPED_VARIABLE, type TestCounts } from './test-counts.ts'

const ROOT = join(import.meta.dirname, '..')
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
const PLAYWRIGHT = join(ROOT, 'node_modules/@playwright/test/cli.js')

/**
 * `npm test`: vitest, then Playwright in the Chromium of this computer, and one closing line for both. Arguments choose
 * among the tests of vitest; then Playwright does not run.
 */
const folder = mkdtempSync(join(tmpdir(), 'offprint-tests-'))
try {
  const args = process.argv.slice(2)
  const runs = [runVitest(args), ...(args.length === 0 ? [runPlaywright()] : [])]
  const sum = (of: keyof TestCounts): number => runs.reduce((total, counts) => total + counts[of], 0)
  const counts = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
  printClosingLine(counts)
  process.exitCode = counts.failed === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function runVitest(args: readonly string[]): TestCounts {
  return countRun('vitest', [VITEST, 'run', ...args], {})
}

function runPlaywright(): TestCounts {
  if (findChromium() !== null) return countRun('playwright', [PLAYWRIGHT, 'test'], {})
  const counts = countRun('playwright', [PLAYWRIGHT, 'test', '--list'], { [SKIPPED_VARIABLE]: '1' })
  console.log(
    `\n${counts.skipped} browser tests are skipped: there is no Chromium here (CHROMIUM_PATH can name one; \`apt-get install chromium\` brings one).`,
  )
  return counts
}

/** Runs a runner to its end; a status that tells of a failure which was not counted counts as one. */
function countRun(name: string, args: readonly string[], environment: NodeJS.ProcessEnv): TestCounts {
  const file = join(folder, `${name}.json`)
  const listed = environment[SKIPPED_VARIABLE] !== undefined
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env: { ...countingInto(file), ...environment },
    stdio: ['inherit', listed ? 'ignore' : 'inherit', 'inherit'],
  })
  const counts = countsIn(file)
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
