import { appError } from '../../shared/app-error.ts'
import type { RenditionId, VersionId } from '../../shared/model/identity.ts'
import type { RebuildDerivedReport } from '../../shared/model/rebuild.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { JobControl } from './job-control.ts'
import { renewRendition, type RemadeVersion } from './renew-rendition.ts'
import type { StoredVersion } from './ports/article-records.ts'
import type { RemakeArticle, StoredOriginal } from './ports/remake-article.ts'

const PAGE = 32

/**
 * Makes the rendition of every version anew from its original. Where the extractor or its result changed, a new
 * rendition is written, every highlight gets a place on it, and it becomes current, all in one transaction; a
 * rendition on which something was made is never deleted, corrections by hand are not touched. Stopped half-way it
 * continues where it was: versions made by the present extractor are left as they are.
 */
export async function rebuildDerived(
  ports: ArchivePorts,
  remake: RemakeArticle,
  control: JobControl,
): Promise<Result<RebuildDerivedReport>> {
  const report = { versions: 0, renewed: 0, unchanged: 0, placed: 0, orphans: 0 }
  const failed: RebuildDerivedReport['failed'][number][] = []
  let after = 0 as VersionId
  for (;;) {
    const page = ports.attempt(() => ports.records.versionsAfter(after, PAGE))
    if (!page.ok) return page
    const last = page.value.at(-1)
    if (last === undefined || control.signal.aborted) break
    after = last.id
    const remade = await Promise.all(page.value.map((version) => remakeVersion(ports, remake, version)))
    const stored = ports.attempt(() => ports.transact((unit) => remade.map((one) => renewRendition(ports, unit, one))))
    if (!stored.ok) return stored
    for (const one of stored.value) {
      report.versions++
      report[one.outcome === 'renewed' ? 'renewed' : 'unchanged'] += one.outcome === 'failed' ? 0 : 1
      report.placed += one.placed
      report.orphans += one.orphans
      if (one.failure !== null) failed.push(one.failure)
    }
    control.onProgress(report.versions, null)
    await control.pause()
  }
  const sealed = ports.attempt(() =>
    ports.transact((unit) => {
      ports.reading.rebuildLinks(unit)
      ports.history.seal(unit, 'rebuild.derived', '', { ...report, failed: failed.length })
    }),
  )
  return sealed.ok ? ok({ ...report, failed }) : sealed
}

async function remakeVersion(
  ports: ArchivePorts,
  remake: RemakeArticle,
  version: StoredVersion,
): Promise<RemadeVersion> {
  if (version.original === null || version.currentRendition === null) return { version, made: undefined }
  const { original, parameters, currentRendition } = version
  const blob = ports.attempt(() => ports.blobs.read(original))
  if (!blob.ok) return { version, made: blob }
  if (blob.value === undefined) {
    return { version, made: err(appError('storage/damaged', { missing: original })) }
  }
  const files = ports.attempt(() => filesOf(ports, currentRendition))
  return { version, made: files.ok ? await remake({ ...blob.value, parameters, files: files.value }) : files }
}

/** What came beside the original; a picture inside it (`data:`) is read from there again. */
function filesOf(ports: ArchivePorts, rendition: RenditionId): StoredOriginal['files'] {
  return ports.records.resourcesOf(rendition).flatMap(({ url, blob }) => {
    const file = url.startsWith('data:') ? undefined : ports.blobs.read(blob)
    return file === undefined ? [] : [{ ...file, url }]
  })
}
