import { err, ok, type Result } from '../../shared/result.ts'
import type { EarlierArticle } from '../archive/ports/import-store.ts'
import type { ItemKey } from '../archive/ports/import-ledger.ts'
import type { ArchivedArticle, Shelves } from '../archive/ports/archived-article.ts'
import type { PreparedArticle } from '../archive/prepared-article.ts'
import { READY, type ParsePool } from './pool/parse-pool.ts'
import { draftBytes } from './pool/parse-job.ts'
import type { ReadItem } from './read-drafts.ts'

/** An item that has come the whole way, in the order of reading. */
export type ArrivedItem = {
  readonly source: string
  readonly key: ItemKey
  readonly sourceNumber: number
  readonly share: number | null
} & (
  | { readonly kind: 'ready'; readonly result: Result<PreparedArticle | ArchivedArticle> }
  | { readonly kind: 'earlier'; readonly earlier: EarlierArticle }
)

/** What another archive orders its articles by, before any of these; no item, so it has no outcome. */
export interface ArrivedShelves {
  readonly kind: 'shelves'
  readonly shelves: Shelves
}

/** What preparing needs. */
export interface PrepareOptions {
  readonly items: AsyncIterable<ReadItem>
  readonly pool: ParsePool
  /** What is in already is not prepared again. */
  readonly findEarlier: (key: ItemKey) => EarlierArticle | undefined
  readonly signal: AbortSignal
}

/**
 * Bytes of drafts that may be on their way at once, whatever their number; one larger item goes by itself. Twice what lies ready
 * at every thread, and some pages behind a slow one: each is here, in a message and at its thread, and what was so held is
 * not given back by the allocator.
 */
const BYTES_AHEAD = { always: 8 * 1024 * 1024, perThread: 2 * READY.bytes } as const

/** Whatever comes by the road of an import. */
export type Arrived = ArrivedItem | ArrivedShelves

interface Underway {
  readonly arrival: Promise<void>
  readonly bytes: number
  arrived: Arrived | undefined
}

/**
 * Reads ahead of the pool by a bounded number of items and bytes (memory stays flat whatever the size of the source),
 * and gives the items in the order of reading. What has arrived never waits for a slow source. Ends early, and at once,
 * when the signal is given.
 */
export async function* prepareInOrder({ items, pool, findEarlier, signal }: PrepareOptions): AsyncGenerator<Arrived> {
  const reader = items[Symbol.asyncIterator]()
  const underway: Underway[] = []
  // Room for what lies ready at every thread, and for two batches of storing.
  const most = READY.jobs * pool.size + 256
  const mostBytes = BYTES_AHEAD.always + BYTES_AHEAD.perThread * pool.size
  const state: { reading: Promise<void> | undefined; exhausted: boolean } = { reading: undefined, exhausted: false }
  let bytes = 0
  const read = async (): Promise<void> => {
    const next = await reader.next()
    state.reading = undefined
    state.exhausted = next.done === true
    if (next.done === true) return
    const begun = begin(next.value, pool, findEarlier)
    underway.push(begun)
    bytes += begun.bytes
  }
  try {
    while (!signal.aborted) {
      if (!state.exhausted && underway.length < most && bytes < mostBytes) state.reading ??= awaitedLater(read())
      const [first] = underway
      if (first?.arrived !== undefined) {
        underway.shift()
        bytes -= first.bytes
        yield first.arrived
      } else {
        const events = [first?.arrival, state.reading].filter((event) => event !== undefined)
        if (events.length === 0) return
        await unlessAborted(Promise.race(events), signal)
      }
    }
  } finally {
    // A source that is being waited for (a terminal) may never answer; it is closed when it does.
    const closed = reader.return?.(undefined)
    if (state.reading === undefined) await closed
  }
}

function begin(item: ReadItem, pool: ParsePool, findEarlier: PrepareOptions['findEarlier']): Underway {
  const { sourceNumber, share } = item
  if (!item.ok) {
    const { source, key, error } = item
    return atOnce({ source, key, sourceNumber, share, kind: 'ready', result: err(error) })
  }
  if ('shelves' in item) return atOnce({ kind: 'shelves', shelves: item.shelves })
  const { source, key } = 'archived' in item ? item : item.draft
  const earlier = findEarlier(key)
  if (earlier !== undefined) return atOnce({ source, key, sourceNumber, share, kind: 'earlier', earlier })
  // It was prepared when it came into that archive.
  if ('archived' in item) {
    return atOnce({ source, key, sourceNumber, share, kind: 'ready', result: ok(item.archived) })
  }
  const prepared = pool.prepare(item.draft)
  const underway: Underway = {
    bytes: draftBytes(item.draft),
    arrived: undefined,
    arrival: prepared.then((result) => {
      underway.arrived = { source, key, sourceNumber, share, kind: 'ready', result }
    }),
  }
  return underway
}

function atOnce(arrived: Arrived): Underway {
  return { arrival: Promise.resolve(), bytes: 0, arrived }
}

/**
 * Waits for an event or the signal, whichever comes first. Not a race with one long-lived promise of the signal: that
 * would remember every item ever waited for.
 */
function unlessAborted(event: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
    event.then(done, reject)
  })
}

/**
 * A promise that is awaited only later: should it be rejected while the consumer is busy, the rejection is met then.
 * Without this Node ends the thread, the core with it, over a rejection that nobody waits for yet.
 */
function awaitedLater(promise: Promise<void>): Promise<void> {
  promise.catch(() => undefined)
  return promise
}
