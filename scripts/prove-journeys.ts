import { countsIn } from './test-counts.ts'

/** `node scripts/prove-journeys.ts COUNTS`: fails unless the journeys of the run that left these counts all ran and passed. */
const { passed, failed, skipped } = countsIn(process.argv[2] ?? '')
console.log(`${String(passed)} journeys passed in Electron, ${String(failed)} failed, ${String(skipped)} did not run`)
process.exitCode = passed > 0 && failed === 0 && skipped === 0 ? 0 : 1
