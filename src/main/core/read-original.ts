import { appError } from '../../shared/app-error.ts'
import type { ArticleUid, Sha256 } from '../../shared/model/identity.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'

/** An original as it came in. */
export interface OriginalBytes {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The bytes a version came from; `version` null = the current one. */
export function readOriginal(archive: ArchivePorts, uid: ArticleUid, version: number | null): Result<OriginalBytes> {
  const found = archive.attempt(() => archive.reading.article(uid, version ?? undefined))
  if (!found.ok) return found
  const versions = found.value?.versions ?? []
  const chosen = versions.find((one) => (version === null ? one.current : one.number === version))
  if (chosen === undefined) {
    const isKnown = archive.records.find(uid) !== undefined
    return err(appError(isKnown ? 'archive/version-not-found' : 'archive/article-not-found', { uid, version }))
  }
  if (chosen.source === null) return err(appError('archive/no-original', { uid }))
  const hash = chosen.source as Sha256
  const blob = archive.attempt(() => archive.blobs.read(hash))
  if (!blob.ok) return blob
  return blob.value === undefined ? err(appError('storage/damaged', { missing: hash })) : ok(blob.value)
}
