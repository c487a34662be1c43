import { setImmediate } from 'node:timers/promises'
import { appError, Failure, type AppError } from '../../shared/app-error.ts'
import type { ImportCounts, ImportItemReport, ImportProgress } from '../../shared/model/import.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Clock } from '../archive/ports/clock.ts'
import type { OtherArchives } from '../archive/ports/other-archives.ts'
import type { ImportStore, ReadyItem } from '../archive/ports/import-store.ts'
import { countOutcomes } from './count-outcomes.ts'
import { createProgress } from './progress.ts'
import type { ParsePool } from './pool/parse-pool.ts'
import { prepareInOrder, type Arrived, type ArrivedItem } from './prepare-in-order.ts'
import { readDrafts, type ImportWishes } from './read-drafts.ts'
import type { SourceList } from './sources/find-sources.ts'
import { createBatchReader } from './take-batch.ts'

/** What an import run works with. */
export interface ImportRunOptions {
  readonly sources: SourceList
  readonly wishes?: ImportWishes
  readonly pool: ParsePool
  /** Opens Offprint's own archives; none = they are not read. */
  readonly others?: OtherArchives
  readonly store: ImportStore
  readonly signal: AbortSignal
  /** Asked before each batch: comes at once, or after a pause. */
  readonly resumed?: () => Promise<void>
  readonly clock: Clock
  /** Every item's outcome, after it is committed, in the order of reading. A run keeps no list of its own. */
  readonly onItem: (report: ImportItemReport) => void
  /** At most ten times a second, and once at the end. */
  readonly onProgress: (progress: ImportProgress) => void
}

/** What became of a run; `read` is the number of items with an outcome, the sum of the others. */
export interface ImportRunReport extends ImportCounts {
  readonly seconds: number
  /** Why it ended early (`import/cancelled`, or the storage's failure); what is counted is in all the same. */
  readonly stopped: AppError | null
}

/** Items of one transaction at most, and milliseconds that the first of them waits for others. */
const BATCH = { most: 128, milliseconds: 250 }

/**
 * Brings everything in: reads, prepares in the pool, stores batch by batch. A failing item never stops the run; a
 * failing storage does, and so does the signal: what was reported by then stays in, and the same import again
 * continues there. Between two batches other requests are served.
 */
export async function runImport(options: ImportRunOptions): Promise<ImportRunReport> {
  const { sources, wishes, pool, others, store, signal, clock, onItem, onProgress } = options
  const resumed = options.resumed ?? (() => Promise.resolve())
  const counts = countOutcomes()
  const progress = createProgress({ sources, clock, onProgress, counts: counts.current })
  const broken = new AbortController()
  const arrivals = prepareInOrder({
    items: readDrafts(sources, wishes, others ?? null),
    pool,
    findEarlier: store.findEarlier,
    signal: AbortSignal.any([signal, broken.signal]),
  })
  const batches = createBatchReader(arrivals, BATCH)
  const report = (item: ArrivedItem, outcome: ImportItemReport): void => {
    counts.add(outcome.outcome)
    onItem(outcome)
    progress.step(item)
  }
  let failure: AppError | null = null
  try {
    for (let batch = await batches.take(); batch !== undefined && !signal.aborted; batch = await batches.take()) {
      await progress.without(resumed)
      const stored = await storeAll(batch, store, { signal, report })
      if (stored.ok) continue
      failure = stored.error
      break
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    failure = error.appError
  } finally {
    broken.abort()
    await arrivals.return(undefined)
    progress.end()
  }
  const stopped = failure ?? (signal.aborted ? appError('import/cancelled') : null)
  return { ...counts.current(), seconds: progress.seconds(), stopped }
}

interface Storing {
  readonly signal: AbortSignal
  readonly report: (item: ArrivedItem, outcome: ImportItemReport) => void
}

/** Stores a batch in as many transactions as the store makes of it, and reports in order after each. */
async function storeAll(
  batch: readonly Arrived[],
  store: ImportStore,
  { signal, report }: Storing,
): Promise<Result<null>> {
  let rest = reportEarlier(batch, report)
  while (rest.length > 0 && !signal.aborted) {
    const [next, ...later] = rest
    if (next?.kind === 'shelves') {
      const stored = store.storeShelves(next.shelves)
      if (!stored.ok) return stored
      rest = reportEarlier(later, report)
      continue
    }
    const stored = store.storeBatch(upToShelves(rest).flatMap(readyItem))
    if (!stored.ok) return stored
    if (stored.value.length === 0) throw new Error('a batch was stored without storing an item')
    for (const outcome of stored.value) {
      const [item, ...others] = rest
      if (item === undefined || item.kind === 'shelves') throw new Error('more outcomes than items')
      report(item, outcome)
      rest = reportEarlier(others, report)
    }
    await setImmediate()
  }
  return ok(null)
}

/** Reports the items at the front that were in already, and answers those from the first that waits to be stored. */
function reportEarlier(items: readonly Arrived[], report: Storing['report']): readonly Arrived[] {
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'earlier') return items.slice(index)
    const { source, earlier } = item
    report(item, { source, outcome: 'already', uid: earlier.uid, title: earlier.title, reason: null, notes: [] })
  }
  return []
}

/** Articles of another archive wait until what orders them is in place. */
function upToShelves(items: readonly Arrived[]): readonly Arrived[] {
  const end = items.findIndex(({ kind }) => kind === 'shelves')
  return end < 0 ? items : items.slice(0, end)
}

function readyItem(item: Arrived): readonly ReadyItem[] {
  return item.kind === 'ready' ? [{ key: item.key, source: item.source, result: item.result }] : []
}
