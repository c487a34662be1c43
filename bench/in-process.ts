import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Heap that a measured process may take, in MiB: lunr at 4 000 articles needs more than Node's own limit. */
const HEAP = 6_000

/**
 * Runs one measurement in a fresh process, so that neither its memory nor its compiled code is another's. The module
 * calls `answerParent`; input and answer are plain JSON. `heap` is its limit in MiB, null what Node itself would take. Rejects when the process ends without an answer.
 */
export function inProcess<Input, Output>(
  module: URL,
  input: Readonly<Input>,
  heap: number | null = HEAP,
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const execArgv = ['--expose-gc', ...(heap === null ? [] : [`--max-old-space-size=${String(heap)}`]), ...profiling()]
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
