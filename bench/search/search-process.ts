import { performance } from 'node:perf_hooks'
import type { ListRequest } from '../../src/shared/model/search.ts'
import type { Core } from '../../src/main/core.ts'
import { answerParent } from '../answer-parent.ts'
import { expectOk, openBenchCore } from '../bench-core.ts'
import type { BenchQuery } from '../corpus/query-log.ts'
import { watchMemory } from '../memory.ts'
import { PAGE } from '../peers/peer.ts'
import { quantile } from '../quantile.ts'

/** What to ask of which archive. */
export interface SearchInput {
  readonly archive: string
  readonly queries: readonly BenchQuery[]
  readonly worst: Readonly<Record<string, string>>
  readonly lists: Readonly<Record<string, ListRequest>>
}

/** Times in milliseconds. */
export interface SearchMeasure {
  /** From opening the file to the first fifty rows of the list, code loaded. */
  readonly openToRows: number
  /** In the order of the queries. */
  readonly times: readonly number[]
  /** Medians of three. */
  readonly worst: Readonly<Record<string, number>>
  readonly lists: Readonly<Record<string, number>>
  /** Every key of some queries typed letter by letter, and the facets of the log's first queries. */
  readonly keys: readonly number[]
  readonly facets: readonly number[]
  /** Queries of plain words or phrases that nothing had; the log is made so that there should be none. */
  readonly empty: number
  /** Resident megabytes: when the archive is open, and the most while it was asked. */
  readonly memory: { readonly opened: number; readonly peak: number }
}

const REPEATS = 3
const WARM_UP = 20
/** Queries typed letter by letter, and asked for facets. */
const TYPED = 25
const FACETED = 100

answerParent<SearchInput, SearchMeasure>(async ({ archive, queries, worst, lists }) => {
  const began = performance.now()
  const core = openBenchCore(archive)
  await list(core, { query: '', sort: 'added', direction: 'down', limit: PAGE, offset: 0 })
  const openToRows = performance.now() - began
  const opened = process.memoryUsage.rss() / 1_000_000
  const watch = watchMemory()
  for (const { query } of queries.slice(0, WARM_UP)) await search(core, query)
  let empty = 0
  const times: number[] = []
  for (const { query, kind } of queries) {
    const asked = performance.now()
    const total = await search(core, query)
    times.push(performance.now() - asked)
    watch.sample()
    if (total === 0 && (kind === 'words' || kind === 'phrase')) empty += 1
  }
  const worstTimes = await mapValues(worst, (query) => medianTime(() => search(core, query)))
  const listTimes = await mapValues(lists, (request) => medianTime(() => list(core, request)))
  const words = queries.filter(({ kind }) => kind === 'words').slice(0, TYPED)
  const keys = await timesOf(
    words.flatMap(({ query }) => beginningsOf(query)),
    (query) => typing(core, query),
  )
  const facets = await timesOf(queries.slice(0, FACETED), ({ query }) => facetsOf(core, query))
  const { peak } = watch.stop()
  await core.close()
  return { openToRows, times, worst: worstTimes, lists: listTimes, keys, facets, empty, memory: { opened, peak } }
})

async function search(core: Core, query: string): Promise<number> {
  return expectOk(await core.client.request('article.search', { query, match: 'all', limit: PAGE, offset: 0 })).total
}

async function typing(core: Core, query: string): Promise<void> {
  expectOk(await core.client.request('search.typing', { query, limit: PAGE }))
}

async function facetsOf(core: Core, query: string): Promise<void> {
  expectOk(await core.client.request('search.facets', { query, match: 'all' }))
}

/** What stands in the field after each key. */
function beginningsOf(query: string): readonly string[] {
  return Array.from({ length: query.length }, (_, at) => query.slice(0, at + 1))
}

async function timesOf<Item>(items: readonly Item[], ask: (item: Item) => Promise<void>): Promise<readonly number[]> {
  const times: number[] = []
  for (const item of items) {
    const began = performance.now()
    await ask(item)
    times.push(performance.now() - began)
  }
  return times
}

async function list(core: Core, request: ListRequest): Promise<number> {
  return expectOk(await core.client.request('article.list', request)).total
}

async function medianTime(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return quantile(times, 0.5) ?? 0
}

async function mapValues<Value>(
  items: Readonly<Record<string, Value>>,
  measure: (value: Value) => Promise<number>,
): Promise<Readonly<Record<string, number>>> {
  const measured: [string, number][] = []
  for (const [name, value] of Object.entries(items)) measured.push([name, await measure(value)])
  return Object.fromEntries(measured)
}
