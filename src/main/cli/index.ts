#!/usr/bin/env -S node --max-semi-space-size=4
import { keepCompiledCode } from './keep-compiled-code.ts'
import { refuseOldNode } from './refuse-old-node.ts'

// Before anything is loaded: better-sqlite3 ends an older Node without a message.
const refusal = refuseOldNode(process.versions.node)
if (refusal === null) {
  keepCompiledCode(process.env, process.platform)
  const { runProgram } = await import('./program.ts')
  process.exitCode = await runProgram(process.argv.slice(2))
  // Input that is still awaited (a terminal, a pipe) must not keep a program alive whose work is over; what was written
  // goes out first.
  process.stdout.write('', () => process.exit())
} else {
  process.stderr.write(`${refusal}\n`)
  process.exitCode = 2
}
