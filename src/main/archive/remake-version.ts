import { appError, Failure } from '../../shared/app-error.ts'
import type { RenditionId } from '../../shared/model/identity.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { StoredVersion } from './ports/article-records.ts'
import { isJoined, joinedVersions } from './pages-of-article.ts'
import type { RemakeArticle, StoredOriginal, StoredPage } from './ports/remake-article.ts'
import type { RemadeVersion } from './renew-rendition.ts'

/**
 * Makes a version's article anew from its original, one that joins pages from theirs; `made` undefined when there is none, as
 * for a link.
 */
export async function remakeVersion(
  ports: ArchivePorts,
  remake: RemakeArticle,
  version: StoredVersion,
  wanted: Pick<StoredOriginal, 'isOutlined'> = {},
): Promise<RemadeVersion> {
  const pages = isJoined(version) ? joinedVersions(ports, version) : [version]
  if (pages === undefined || version.currentRendition === null) return { version, made: undefined }
  const stored = pages.map((page) => readStored(ports, page))
  const failed = stored.find((one) => !one.ok)
  const [first, ...others] = stored.flatMap((one) => (one.ok ? (one.value ?? []) : []))
  if (failed !== undefined) return { version, made: failed }
  if (first === undefined || others.length < pages.length - 1) return { version, made: undefined }
  return { version, made: await remake({ ...first, ...wanted, ...(others.length === 0 ? {} : { pages: others }) }) }
}

/** A version's original and what came with it; undefined when it has none. */
export function readStored(
  ports: ArchivePorts,
  { original, parameters, currentRendition }: StoredVersion,
): Result<StoredPage | undefined> {
  if (original === null || currentRendition === null) return ok(undefined)
  return ports.attempt(() => {
    const blob = ports.blobs.read(original)
    if (blob === undefined) throw new Failure(appError('storage/damaged', { missing: original }))
    return { ...blob, parameters, files: filesOf(ports, currentRendition) }
  })
}

/** What came beside the original; a picture inside it (`data:`) is read from there again. */
function filesOf(ports: ArchivePorts, rendition: RenditionId): StoredOriginal['files'] {
  return ports.records.resourcesOf(rendition).flatMap(({ url, blob }) => {
    const file = url.startsWith('data:') ? undefined : ports.blobs.read(blob)
    return file === undefined ? [] : [{ ...file, url }]
  })
}
