import { appError } from '../../shared/app-error.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import type { RebuildDerivedReport } from '../../shared/model/rebuild.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { indexArticle } from './index-article.ts'
import type { PreparedRendition, StoredVersion } from './ports/article-records.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import type { PreparedArticle } from './prepared-article.ts'
import { reanchorAnnotations } from './reanchor-annotations.ts'

/** A version with what the extractor makes of it now; `made` undefined when there is no original to read. */
export interface RemadeVersion {
  readonly version: StoredVersion
  readonly made: Result<PreparedArticle> | undefined
}

/** What became of one version in a rebuild. */
export interface RenewedVersion {
  readonly outcome: 'renewed' | 'unchanged' | 'failed'
  readonly placed: number
  readonly orphans: number
  readonly failure: RebuildDerivedReport['failed'][number] | null
}

/** Puts a version's new rendition in place, inside an open transaction; see `rebuildDerived`. */
export function renewRendition(
  ports: ArchivePorts,
  unit: UnitOfWork,
  { version, made }: RemadeVersion,
): RenewedVersion {
  const none = { placed: 0, orphans: 0, failure: null }
  if (made === undefined) return { outcome: 'unchanged', ...none }
  if (!made.ok) {
    const failure = { uid: version.article.uid, version: version.number, reason: made.error }
    return { outcome: 'failed', placed: 0, orphans: 0, failure }
  }
  const { rendition, notes } = made.value
  const gone = notes.find(({ kind }) => kind === 'chosen-element-gone')
  if (gone !== undefined) return elementGone(version, gone)
  if (rendition === null || isSame(ports, version, rendition)) return { outcome: 'unchanged', ...none }
  const report = replaceRendition(ports, unit, version, { ...made.value, rendition })
  return { outcome: 'renewed', ...report, failure: null }
}

/** What a person chose is not given up silently for what the extractor would find: the text there is stays. */
function elementGone(version: StoredVersion, { details }: ItemNote): RenewedVersion {
  const reason = appError('archive/element-not-found', { selector: details['selector'] ?? '' })
  const failure = { uid: version.article.uid, version: version.number, reason }
  return { outcome: 'failed', placed: 0, orphans: 0, failure }
}

function isSame(ports: ArchivePorts, version: RemadeVersion['version'], made: PreparedRendition): boolean {
  if (version.currentRendition === null) return false
  const origin = ports.records.renditionOrigin(version.currentRendition)
  return (
    origin?.extractor === made.extractor &&
    origin.extractorVersion === made.extractorVersion &&
    origin.text === made.textSha256
  )
}

function replaceRendition(
  ports: ArchivePorts,
  unit: UnitOfWork,
  version: RemadeVersion['version'],
  made: PreparedArticle & { readonly rendition: PreparedRendition },
): Pick<RenewedVersion, 'placed' | 'orphans'> {
  const { article } = version
  for (const { blob } of made.resources) ports.blobs.put(unit, blob)
  const rendition = ports.records.createRendition(unit, version.id, made.rendition)
  for (const { url, blob } of made.resources) ports.records.addResource(unit, rendition, { url, blob: blob.sha256 })
  ports.records.setCurrentRendition(unit, version.id, rendition)
  const report = reanchorAnnotations(ports, unit, article, rendition)
  const { fingerprint } = made.rendition
  ports.nearDuplicates.put(unit, { article: article.id, rendition, fingerprint })
  ports.reading.refreshListing(unit, article.id)
  indexArticle(ports, unit, article.id)
  const old = version.currentRendition
  if (old !== null && !ports.records.isKept(old)) ports.records.deleteRendition(unit, old)
  return report
}
