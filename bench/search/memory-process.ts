import { readFileSync } from 'node:fs'
import { createClient } from '../../src/shared/ipc/client.ts'
import { answerParent } from '../answer-parent.ts'
import { expectOk } from '../bench-core.ts'
import type { BenchQuery } from '../corpus/query-log.ts'
import { openBuiltThreads } from '../open-built-threads.ts'
import { PAGE } from '../peers/peer.ts'

/** What to ask of which archive. */
export interface MemoryInput {
  readonly archive: string
  readonly queries: readonly BenchQuery[]
  readonly worst: Readonly<Record<string, string>>
}

/** Megabytes of the process whose threads are core, lists and search, as a host without its window. */
export interface MemoryMeasure {
  /** Everything resident, files mapped into memory (Node's own program, 60 MB) among it. */
  readonly resident: Stages
  /** Without the files; 0 where the system does not tell. */
  readonly anonymous: Stages
}

/** Archive open with a first page of the list; the most while the log was asked; the most with facets, typing and the worst kinds as well. */
export interface Stages {
  readonly opened: number
  readonly log: number
  readonly everything: number
}

/** Queries asked for their facets, and typed letter by letter. */
const FACETED = 50
const TYPED = 15

answerParent<MemoryInput, MemoryMeasure>(async ({ archive, queries, worst }) => {
  const open = await openBuiltThreads(archive)
  const { request } = createClient(open.threads)
  const search = async (query: string): Promise<void> => {
    expectOk(await request('article.search', { query, match: 'all', limit: PAGE, offset: 0 }))
  }
  expectOk(await request('article.list', { query: '', sort: 'added', direction: 'down', limit: PAGE, offset: 0 }))
  const opened = readMemory()
  const log = await mostOf(queries, ({ query }) => search(query))
  const words = queries.filter(({ kind }) => kind === 'words').slice(0, TYPED)
  const others = [
    await mostOf(queries.slice(0, FACETED), async ({ query }) => {
      expectOk(await request('search.facets', { query, match: 'all' }))
    }),
    await mostOf(
      words.flatMap(({ query }) => Array.from(query, (_, at) => query.slice(0, at + 1))),
      async (query) => {
        expectOk(await request('search.typing', { query, limit: PAGE }))
      },
    ),
    await mostOf(Object.values(worst), search),
  ]
  await open.close()
  const stages = (of: keyof Memory): Stages => ({
    opened: opened[of],
    log: log[of],
    everything: Math.max(log[of], ...others.map((one) => one[of])),
  })
  return { resident: stages('resident'), anonymous: stages('anonymous') }
})

interface Memory {
  readonly resident: number
  readonly anonymous: number
}

async function mostOf<Item>(items: readonly Item[], ask: (item: Item) => Promise<void>): Promise<Memory> {
  let most: Memory = { resident: 0, anonymous: 0 }
  for (const item of items) {
    await ask(item)
    const { resident, anonymous } = readMemory()
    most = { resident: Math.max(most.resident, resident), anonymous: Math.max(most.anonymous, anonymous) }
  }
  return most
}

function readMemory(): Memory {
  return { resident: process.memoryUsage.rss() / 1_000_000, anonymous: anonymousMegabytes() }
}

/** Linux tells it by itself. */
function anonymousMegabytes(): number {
  if (process.platform !== 'linux') return 0
  const kibibytes = /^RssAnon:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return (Number(kibibytes) * 1024) / 1_000_000
}
