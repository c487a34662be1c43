import fc from 'fast-check'
import { answerParent } from '../answer-parent.ts'
import { expectOk, openBenchCore } from '../bench-core.ts'
import type { Core } from '../../src/main/core.ts'
import { HOSTILE_QUERIES } from './hostile-queries.ts'
import { randomQuery } from './random-query.ts'

/** How many queries to ask of which archive, some of their words from it. */
export interface RandomInput {
  readonly archive: string
  readonly words: readonly string[]
  readonly queries: number
}

/** Milliseconds of this process's processor time, which a busy machine disturbs less than the clock. */
export interface RandomMeasure {
  readonly times: readonly number[]
  readonly slowest: readonly { readonly query: string; readonly time: number }[]
  readonly hostile: Readonly<Record<string, number>>
}

const SEED = 20_260_101
const TOLD = 5

answerParent<RandomInput, RandomMeasure>(async ({ archive, words, queries }) => {
  const core = openBenchCore(archive)
  const asked: { query: string; time: number }[] = []
  let number = 0
  for (const query of fc.sample(randomQuery(words), { numRuns: queries, seed: SEED })) {
    asked.push({ query, time: await timeOf(core, query, number++ % 2 === 0 ? 'all' : 'any') })
  }
  const hostile: [string, number][] = []
  for (const [what, query] of Object.entries(HOSTILE_QUERIES)) {
    hostile.push([what, Math.max(await timeOf(core, query, 'all'), await timeOf(core, query, 'any'))])
  }
  await core.close()
  const slowest = asked.toSorted((one, other) => other.time - one.time).slice(0, TOLD)
  return { times: asked.map(({ time }) => time), slowest, hostile: Object.fromEntries(hostile) }
})

async function timeOf(core: Core, query: string, match: 'all' | 'any'): Promise<number> {
  const before = process.cpuUsage()
  expectOk(await core.client.request('article.search', { query, match, limit: 50, offset: 0 }))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
