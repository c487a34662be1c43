import { resolve } from 'node:path'
import { appError } from '../../shared/app-error.ts'
import type { JsonObject } from '../../shared/json.ts'
import type { GestureUid, Uid } from '../../shared/model/identity.ts'
import type { ImportItemReport } from '../../shared/model/import.ts'
import type { ImportReport, ImportRequest } from '../../shared/model/job.ts'
import { decisionOf } from '../../shared/import-decision.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import { finishImportRun, startImportRun } from '../archive/import-run.ts'
import type { JobRunControl, JobRunner } from '../archive/job-runner.ts'
import { createImportStore } from '../archive/store-import-batch.ts'
import { createDryRunStore } from '../import/dry-run-store.ts'
import { findFormat } from '../import/formats/formats.ts'
import type { ParsePool } from '../import/pool/parse-pool.ts'
import type { ImportWishes } from '../import/read-drafts.ts'
import { runImport } from '../import/run.ts'
import { createImportTally } from '../import/tally-import.ts'
import { findSources, type SourceList } from '../import/sources/find-sources.ts'
import { abortSignalOf } from './abort-signal.ts'

/** What the import jobs stand on. */
export interface ImportJobPorts {
  readonly archive: ArchivePorts
  readonly pool: ParsePool
  readonly standardInput: AsyncIterable<Uint8Array>
}

/** Articles compared for near duplicates in one transaction. */
const COMPARE_AT_ONCE = 2000

const STANDARD_INPUT = '-'

/** `import.run`: brings in what the request names, as one gesture. */
export function createImportJob(ports: ImportJobPorts): JobRunner<'import.run'> {
  return async (request, control) => {
    const found = await findItems(ports, request)
    if (!found.ok) return found
    if (request.dryRun) return bringIn(ports, found.value, control, null)
    const run = startImportRun(ports.archive, { ...request, paths: request.paths.map(lastingPath) })
    return run.ok ? bringIn(ports, found.value, control, run.value) : run
  }
}

/** A path that means the same from another folder tomorrow. */
function lastingPath(path: string): string {
  return path === STANDARD_INPUT ? path : resolve(path)
}

/** `import.resume`: continues the newest run that never ended, as the same gesture. */
export function createResumeJob(ports: ImportJobPorts): JobRunner<'import.resume'> {
  return async ({ report }, control) => {
    const last = ports.archive.attempt(() => ports.archive.ledger.lastUnfinished())
    if (!last.ok) return last
    const request = last.value === undefined ? undefined : readRequest(last.value.request, report)
    if (last.value === undefined || request === undefined) return err(appError('import/nothing-to-resume'))
    const found = await findItems(ports, request)
    return found.ok ? bringIn(ports, found.value, control, last.value.uid) : found
  }
}

/** What to read and how; a request that names nothing to read is refused before a run begins. */
interface FoundItems {
  readonly request: ImportRequest
  readonly sources: SourceList
  readonly wishes: ImportWishes
}

async function findItems(ports: ImportJobPorts, request: ImportRequest): Promise<Result<FoundItems>> {
  const format = request.format === null ? ok(undefined) : findFormat(request.format)
  if (!format.ok) return format
  const sources = await findSources(request.paths, ports.standardInput)
  if (!sources.ok) return sources
  const wishes = {
    ...(format.value === undefined ? {} : { format: format.value }),
    tags: request.tags,
    collections: request.collection.length === 0 ? [] : [request.collection],
  }
  return ok({ request, sources: sources.value, wishes })
}

async function bringIn(
  { archive, pool }: ImportJobPorts,
  { request, sources, wishes }: FoundItems,
  control: JobRunControl,
  run: Uid | null,
): Promise<Result<ImportReport>> {
  const items: ImportItemReport[] = []
  const tally = createImportTally(request.paths)
  const store = createImportStore(archive, run ?? archive.newUid())
  // With tags or a collection to give, what is in already goes the whole road again to get them.
  const givesMarks = request.tags.length + request.collection.length > 0
  const skipping = { ...store, findEarlier: givesMarks ? () => undefined : store.findEarlier }
  const done = await runImport({
    sources,
    wishes,
    pool,
    store: run === null ? createDryRunStore(store.findEarlier) : skipping,
    signal: abortSignalOf(control.signal),
    clock: archive.clock,
    onItem: (item) => {
      tally.add(item)
      if (isWished(item, request.report)) items.push(item)
    },
    onProgress: (progress) => {
      control.onImport({ ...progress, ...tally.current() })
    },
  })
  const { stopped, ...counts } = done
  const isCancelled = stopped?.code === 'import/cancelled'
  if (stopped !== null && !isCancelled) return err(stopped)
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

/** A request as it was stored; one of another make cannot be continued. */
function readRequest(stored: JsonObject, report: ImportRequest['report']): ImportRequest | undefined {
  const { collection, tags, format } = stored
  // What came by standard input is not there to be read again.
  const paths = isTexts(stored['paths']) ? stored['paths'].filter((path) => path !== STANDARD_INPUT) : []
  if (paths.length === 0 || !isTexts(collection) || !isTexts(tags)) return undefined
  if (format !== null && typeof format !== 'string') return undefined
  return { paths, collection, tags, format, dryRun: false, report }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
