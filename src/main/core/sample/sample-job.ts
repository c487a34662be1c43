import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { JsonObject } from '../../../shared/json.ts'
import type { GestureUid, Uid } from '../../../shared/model/identity.ts'
import type { ImportReport, ImportRequest } from '../../../shared/model/job.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { ArchivePorts } from '../../archive/archive-ports.ts'
import { openGesture } from '../../archive/gesture.ts'
import { startImportRun } from '../../archive/import-run.ts'
import type { JobRunControl, JobRunner } from '../../archive/job-runner.ts'
import { makeGroups } from '../../archive/make-groups.ts'
import type { DraftMarks } from '../../archive/prepared-article.ts'
import { createImportStore } from '../../archive/store-import-batch.ts'
import { findSources } from '../../import/sources/find-sources.ts'
import { readError } from '../../import/sources/read-error.ts'
import { sha256 } from '../../import/steps/sha256.ts'
import { bringIn, type ImportJobPorts } from '../bring-in.ts'
import { SAMPLE_FOLDER } from '../resource-folders.ts'
import { openWhereStopped } from './open-where-stopped.ts'
import { readSampleContents, type SampleArticle, type SampleContents } from './sample-contents.ts'

/** What is stored as the request of a run that brings the sample in. */
const REQUEST = { sample: true } as const

/** Whether a stored request is the sample's. */
export function isSampleRequest(request: JsonObject): boolean {
  return request['sample'] === true
}

/**
 * `import.sample`: brings in the built-in sample with its collections, tags, highlights and notes, as one import and so
 * as one gesture. Again it adds nothing that is there; what was taken back by undo comes out of the Trash.
 */
export function createSampleJob(ports: ImportJobPorts): JobRunner<'import.sample'> {
  return async (_, control) => {
    const run = startImportRun(ports.archive, REQUEST)
    return run.ok ? bringInSample(ports, control, run.value) : run
  }
}

/** The same under a run that was begun earlier and broke off. */
export async function bringInSample(
  ports: ImportJobPorts,
  control: JobRunControl,
  run: Uid,
): Promise<Result<ImportReport>> {
  const contents = await readSampleContents(SAMPLE_FOLDER)
  if (!contents.ok) return contents
  const sample = contents.value
  const paths = sample.articles.map(({ file }) => join(SAMPLE_FOLDER, file))
  const sources = await findSources(paths, ports.standardInput)
  if (!sources.ok) return sources
  const isNew = await bringsAnythingNew(ports.archive, run, paths)
  if (!isNew.ok) return isNew
  const shelved = isNew.value ? makeShelves(ports.archive, run, sample) : ok(null)
  if (!shelved.ok) return shelved
  const marks = new Map(sample.articles.map((article) => [join(SAMPLE_FOLDER, article.file), marksOf(article)]))
  const found = { request: requestOf(paths), sources: sources.value, wishes: { marks } }
  const report = await bringIn(ports, found, control, run)
  if (!report.ok) return report
  const opened = openWhereStopped(ports.archive, sample, report.value.items)
  return opened.ok ? report : opened
}

function requestOf(paths: readonly string[]): ImportRequest {
  return { paths, base: null, collection: [], tags: [], format: null, dryRun: false, report: 'all' }
}

/** Files are known by their bytes; a sample that is in whole must not bring back a collection deleted since. */
async function bringsAnythingNew(ports: ArchivePorts, run: Uid, paths: readonly string[]): Promise<Result<boolean>> {
  const { findEarlier } = createImportStore(ports, run)
  for (const path of paths) {
    let bytes: Uint8Array
    try {
      bytes = await readFile(path)
    } catch (error) {
      return err(readError(path, error))
    }
    const key = { sourceHash: sha256(bytes), key: '' }
    const earlier = ports.attempt(() => findEarlier(key))
    if (!earlier.ok || earlier.value === undefined) return earlier.ok ? ok(true) : earlier
  }
  return ok(false)
}

/** Collections and tags come first and are recorded, so that undo can take them away when the articles have gone. */
function makeShelves(ports: ArchivePorts, run: Uid, sample: SampleContents): Result<null> {
  const tags = sample.articles.flatMap((article) => [...article.tags, ...article.highlights.flatMap((one) => one.tags)])
  return ports.attempt(() =>
    ports.transact((unit) => {
      const gesture = openGesture(ports, unit, 'import', run as string as GestureUid)
      makeGroups(ports, gesture, { collections: sample.collections, tags: [...new Set(tags)] })
      return null
    }),
  )
}

function marksOf({ state, starred, tags, collections, highlights }: SampleArticle): DraftMarks {
  const placed = highlights.map((highlight) => ({ ...highlight, prefix: '', suffix: '' }))
  return { added: null, state, starred, tags, collections, highlights: placed }
}
