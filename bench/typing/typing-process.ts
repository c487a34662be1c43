import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createClient } from '../../src/shared/ipc/client.ts'
import { startWorkerThread } from '../../src/main/hosts/browser/worker-thread.ts'
import { openCoreThreads } from '../../src/main/hosts/open-core.ts'
import { answerParent } from '../answer-parent.ts'
import { expectOk } from '../bench-core.ts'
import { PAGE } from '../peers/peer.ts'

/** An archive, a file to import into it, and what to type. */
export interface TypingInput {
  readonly archive: string
  readonly more: string
  readonly queries: readonly string[]
}

/** Milliseconds of every key. */
export interface TypingMeasure {
  readonly rest: readonly number[]
  readonly importing: readonly number[]
}

const ENTRY = join(import.meta.dirname, '../../out/main/worker.js')

answerParent<TypingInput, TypingMeasure>(async ({ archive, more, queries }) => {
  const open = expectOk(
    await openCoreThreads({
      startThread: startWorkerThread,
      entry: ENTRY,
      file: archive,
      create: false,
      onLost: () => undefined,
    }),
  )
  const client = createClient(open.threads)
  const beginnings = queries.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)))
  const timeKey = async (query: string): Promise<number> => {
    const began = performance.now()
    expectOk(await client.request('search.typing', { query, limit: PAGE }))
    return performance.now() - began
  }
  const rest: number[] = []
  for (const query of beginnings) rest.push(await timeKey(query))
  const job = { isRunning: true }
  client.on('job.changed', ({ state }) => {
    if (state.status !== 'running') job.isRunning = false
  })
  const input = {
    paths: [more],
    base: null,
    collection: [],
    tags: [],
    format: null,
    dryRun: false,
    report: 'failed',
  } as const
  expectOk(await client.request('job.start', { kind: 'import.run', input }))
  const importing: number[] = []
  for (let at = 0; job.isRunning; at += 1) importing.push(await timeKey(beginnings[at % beginnings.length] ?? ''))
  await open.close()
  return { rest, importing }
})
