import { appError } from '../../shared/app-error.ts'
import type { ArticleUid, Sha256 } from '../../shared/model/identity.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import { getArticle } from '../archive/get-article.ts'

/** An original as it came in. */
export interface OriginalBytes {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The bytes a version came from; `version` null = the current one. */
export function readOriginal(archive: ArchivePorts, uid: ArticleUid, version: number | null): Result<OriginalBytes> {
  const found = getArticle(archive, uid, version)
  if (!found.ok) return found
  const chosen = found.value.versions.find((one) => (version === null ? one.current : one.number === version))
  if (chosen === undefined) return err(appError('archive/version-not-found', { uid, version }))
  if (chosen.source === null) return err(appError('archive/no-original', { uid }))
  const hash = chosen.source as Sha256
  const blob = archive.attempt(() => archive.blobs.read(hash))
  if (!blob.ok) return blob
  return blob.value === undefined ? err(appError('storage/damaged', { missing: hash })) : ok(blob.value)
}
