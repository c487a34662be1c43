import { performance } from 'node:perf_hooks'
import { createClient } from '../../src/shared/ipc/client.ts'
import { answerParent } from '../answer-parent.ts'
import { expectOk, importOf } from '../bench-core.ts'
import { openBuiltThreads } from '../open-built-threads.ts'
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

answerParent<TypingInput, TypingMeasure>(async ({ archive, more, queries }) => {
  const open = await openBuiltThreads(archive)
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
  expectOk(await client.request('job.start', { kind: 'import.run', input: importOf([more]) }))
  const importing: number[] = []
  for (let at = 0; job.isRunning; at += 1) importing.push(await timeKey(beginnings[at % beginnings.length] ?? ''))
  await open.close()
  return { rest, importing }
})
