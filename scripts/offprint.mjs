import { refuseOldNode } from './preflight.mjs'

// The command line from a checkout: checks Node, builds when sources are newer than `out/`, then runs the built program.
const refusal = refuseOldNode()
if (refusal !== null) {
  process.stderr.write(`${refusal}\n`)
  process.exit(2)
}
const { buildWhenStale } = await import('./build-when-stale.mjs')
buildWhenStale()
await import('../out/main/cli.js')
