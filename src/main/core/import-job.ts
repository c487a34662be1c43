import { resolve } from 'node:path'
import { appError } from '../../shared/app-error.ts'
import type { JsonObject } from '../../shared/json.ts'
import type { ImportRequest } from '../../shared/model/job.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { startImportRun } from '../archive/import-run.ts'
import type { JobRunner } from '../archive/job-runner.ts'
import { findFormat } from '../import/formats/formats.ts'
import { findSources } from '../import/sources/find-sources.ts'
import { bringIn, type FoundItems, type ImportJobPorts } from './bring-in.ts'
import { bringInSample, isSampleRequest } from './sample/sample-job.ts'

const STANDARD_INPUT = '-'

/** `import.run`: brings in what the request names, as one gesture. */
export function createImportJob(ports: ImportJobPorts): JobRunner<'import.run'> {
  return async (request, control) => {
    const found = await findItems(ports, request)
    if (!found.ok) return found
    if (request.dryRun) return bringIn(ports, found.value, control, null)
    const run = startImportRun(ports.archive, storedRequest(request))
    return run.ok ? bringIn(ports, found.value, control, run.value) : run
  }
}

/** What a run is continued by: all but the password, which is kept nowhere. */
function storedRequest({ paths, base, collection, tags, format, dryRun, report }: ImportRequest): JsonObject {
  return { paths: paths.map(lastingPath), base, collection, tags, format, dryRun, report }
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
    if (last.value !== undefined && isSampleRequest(last.value.request)) {
      return bringInSample(ports, control, last.value.uid)
    }
    const request = last.value === undefined ? undefined : readRequest(last.value.request, report)
    if (last.value === undefined || request === undefined) return err(appError('import/nothing-to-resume'))
    const found = await findItems(ports, request)
    return found.ok ? bringIn(ports, found.value, control, last.value.uid) : found
  }
}

async function findItems(ports: ImportJobPorts, request: ImportRequest): Promise<Result<FoundItems>> {
  const format = request.format === null ? ok(undefined) : findFormat(request.format)
  if (!format.ok) return format
  const sources = await findSources(request.paths, ports.standardInput, request.base)
  if (!sources.ok) return sources
  const wishes = {
    ...(format.value === undefined ? {} : { format: format.value }),
    ...(request.password === undefined ? {} : { password: request.password }),
    tags: request.tags,
    collections: request.collection.length === 0 ? [] : [request.collection],
  }
  return ok({ request, sources: sources.value, wishes })
}

/** A request as it was stored; one of another make cannot be continued. */
function readRequest(stored: JsonObject, report: ImportRequest['report']): ImportRequest | undefined {
  const { collection, tags, format, base = null } = stored
  // What came by standard input is not there to be read again.
  const paths = isTexts(stored['paths']) ? stored['paths'].filter((path) => path !== STANDARD_INPUT) : []
  if (paths.length === 0 || !isTexts(collection) || !isTexts(tags)) return undefined
  if (format !== null && typeof format !== 'string') return undefined
  if (base !== null && typeof base !== 'string') return undefined
  return { paths, base, collection, tags, format, dryRun: false, report }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
