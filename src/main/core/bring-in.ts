import type { GestureUid, Uid } from '../../shared/model/identity.ts'
import type { ImportItemReport } from '../../shared/model/import.ts'
import type { ImportReport, ImportRequest } from '../../shared/model/job.ts'
import { decisionOf } from '../../shared/import-decision.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { OtherArchives } from '../archive/ports/other-archives.ts'
import { finishImportRun } from '../archive/import-run.ts'
import type { JobRunControl } from '../archive/job-runner.ts'
import { createImportStore } from '../archive/store-import-batch.ts'
import { createDryRunStore } from '../import/dry-run-store.ts'
import type { ParsePool } from '../import/pool/parse-pool.ts'
import type { ImportWishes } from '../import/read-drafts.ts'
import { runImport } from '../import/run.ts'
import { createImportTally } from '../import/tally-import.ts'
import type { SourceList } from '../import/sources/find-sources.ts'
import { toldPath } from '../import/sources/told-path.ts'
import { abortSignalOf } from './abort-signal.ts'
import { createPageReports, joinMetPages } from './join-met-pages.ts'

/** What the import jobs stand on. */
export interface ImportJobPorts {
  readonly archive: ArchivePorts
  /** Opens other archives for one import. */
  readonly openOthers: () => OtherArchives
  readonly pool: ParsePool
  readonly standardInput: AsyncIterable<Uint8Array>
}

/** Articles compared for near duplicates in one transaction. */
const COMPARE_AT_ONCE = 2000

/** What to read and how; a request that names nothing to read is refused before a run begins. */
export interface FoundItems {
  readonly request: ImportRequest
  readonly sources: SourceList
  readonly wishes: ImportWishes
}

/** Brings found items in under a run, whose uid is also the gesture's; no run = a dry run. */
export async function bringIn(
  { archive, openOthers, pool }: ImportJobPorts,
  { request, sources, wishes }: FoundItems,
  control: JobRunControl,
  run: Uid | null,
): Promise<Result<ImportReport>> {
  const items: ImportItemReport[] = []
  const tally = createImportTally(request.paths.map((path) => toldPath(path, request.base)))
  const store = createImportStore(archive, run ?? archive.newUid())
  // With tags or a collection to give, what is in already goes the whole road again to get them.
  const givesMarks = request.tags.length + request.collection.length > 0
  const skipping = { ...store, findEarlier: givesMarks ? () => undefined : store.findEarlier }
  const others = openOthers()
  const reports = createPageReports((item) => {
    tally.add(item)
    if (isWished(item, request.report)) items.push(item)
  })
  const done = await runImport({
    sources,
    wishes,
    pool,
    others,
    store: run === null ? createDryRunStore(store.findEarlier) : skipping,
    signal: abortSignalOf(control.signal),
    resumed: control.resumed,
    clock: archive.clock,
    onItem: reports.take,
    onProgress: (progress) => {
      control.onImport({ ...progress, ...tally.current() })
    },
  }).finally(others.close)
  const { stopped, ...counts } = done
  const isCancelled = stopped?.code === 'import/cancelled'
  if (stopped !== null && !isCancelled) return err(stopped)
  const articles = run === null || isCancelled ? [] : store.pagesMet()
  const joined = await joinMetPages(archive, pool, { run: run ?? archive.newUid(), articles }, control)
  if (!joined.ok) return joined
  reports.release(joined.value)
  if (run !== null && !isCancelled) {
    const finished = finishImportRun(archive, run, { ...counts })
    if (!finished.ok) return finished
    await compareTexts(archive, control)
  }
  const gesture = run as string | null as GestureUid | null
  return ok({ ...counts, ...tally.current(), gesture, cancelled: isCancelled, items })
}

function isWished(item: ImportItemReport, report: ImportRequest['report']): boolean {
  switch (report) {
    case 'all':
      return true
    case 'decisions':
      return decisionOf(item) !== null
    case 'failed':
      return item.outcome === 'failed'
  }
}

/** Proposes near duplicates among what came in; a failure here only postpones it to the next import. */
async function compareTexts(archive: ArchivePorts, control: JobRunControl): Promise<void> {
  for (;;) {
    const compared = archive.attempt(() =>
      archive.transact((unit) => archive.nearDuplicates.propose(unit, COMPARE_AT_ONCE)),
    )
    if (!compared.ok || compared.value === 0 || control.signal.aborted) return
    await control.pause()
  }
}
