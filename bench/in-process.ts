import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** How a measured process is started. */
export type Start = keyof typeof FLAGS

/**
 * `program`: as the command line is (`src/main/cli/index.ts`). `host`: as Node is; its threads have limits of their own, which
 * a flag would win over. `peer`: lunr at 4 000 articles needs more heap than Node's own
 * limit; nothing with a pool may be measured so, because the flag wins over the limits of the pool's threads.
 */
export const FLAGS = {
  program: ['--max-semi-space-size=4'],
  host: [],
  peer: ['--max-old-space-size=6000'],
} as const

/**
 * Runs one measurement in a fresh process, so that neither its memory nor its compiled code is another's. The module
 * calls `answerParent`; input and answer are plain JSON. Rejects when the process ends without an answer.
 */
export function inProcess<Input, Output>(
  module: URL,
  input: Readonly<Input>,
  start: Start = 'program',
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const execArgv = ['--expose-gc', ...FLAGS[start], ...profiling()]
    const child = fork(fileURLToPath(module), { execArgv })
    let answer: { readonly output: Output } | undefined
    child.once('message', (message: { readonly output: Output }) => {
      answer = message
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (answer !== undefined) resolve(answer.output)
      else reject(new Error(`${module.pathname} ended without an answer (${signal ?? String(code)})`))
    })
    child.send({ input })
  })
}

/** `OFFPRINT_BENCH_PROFILE=FOLDER` writes a V8 profile of every measured process there. */
function profiling(): readonly string[] {
  const folder = process.env['OFFPRINT_BENCH_PROFILE']
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}
