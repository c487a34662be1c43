import type { VersionId } from '../../shared/model/identity.ts'
import type { RebuildDerivedReport } from '../../shared/model/rebuild.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { JobControl } from './job-control.ts'
import type { RemakeArticle } from './ports/remake-article.ts'
import { remakeVersion } from './remake-version.ts'
import { renewRendition } from './renew-rendition.ts'

/** Versions read and made anew at once: enough to keep the pool busy, few enough to hold in memory whatever their size. */
const PAGE = 12

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
  const total = ports.attempt(() => ports.records.versionCount())
  if (!total.ok) return total
  let after = 0 as VersionId
  for (;;) {
    const page = ports.attempt(() => ports.records.versionsAfter(after, PAGE))
    if (!page.ok) return page
    const last = page.value.at(-1)
    if (last === undefined || control.signal.aborted) break
    after = last.id
    const remade = await Promise.all(page.value.map((version) => remakeVersion(ports, remake, version)))
    for (const one of remade) {
      // A transaction each: no list or click waits for more than one article to be indexed and its highlights placed.
      const stored = ports.attempt(() => ports.transact((unit) => renewRendition(ports, unit, one)))
      if (!stored.ok) return stored
      const { outcome, placed, orphans, failure } = stored.value
      report.versions++
      report[outcome === 'renewed' ? 'renewed' : 'unchanged'] += outcome === 'failed' ? 0 : 1
      report.placed += placed
      report.orphans += orphans
      if (failure !== null) failed.push(failure)
      control.onProgress(report.versions, Math.max(total.value, report.versions))
      await control.pause()
    }
  }
  const sealed = ports.attempt(() =>
    ports.transact((unit) => {
      ports.reading.rebuildLinks(unit)
      ports.history.seal(unit, 'rebuild.derived', '', { ...report, failed: failed.length })
    }),
  )
  return sealed.ok ? ok({ ...report, failed }) : sealed
}
