import { appError } from '../../shared/app-error.ts'
import type { RenditionId } from '../../shared/model/identity.ts'
import { err } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { StoredVersion } from './ports/article-records.ts'
import type { RemakeArticle, StoredOriginal } from './ports/remake-article.ts'
import type { RemadeVersion } from './renew-rendition.ts'

/** Makes a version's article anew from its original; `made` undefined when there is none, as for a link. */
export async function remakeVersion(
  ports: ArchivePorts,
  remake: RemakeArticle,
  version: StoredVersion,
  wanted: Pick<StoredOriginal, 'isOutlined'> = {},
): Promise<RemadeVersion> {
  if (version.original === null || version.currentRendition === null) return { version, made: undefined }
  const { original, parameters, currentRendition } = version
  const blob = ports.attempt(() => ports.blobs.read(original))
  if (!blob.ok) return { version, made: blob }
  if (blob.value === undefined) {
    return { version, made: err(appError('storage/damaged', { missing: original })) }
  }
  const files = ports.attempt(() => filesOf(ports, currentRendition))
  return {
    version,
    made: files.ok ? await remake({ ...blob.value, ...wanted, parameters, files: files.value }) : files,
  }
}

/** What came beside the original; a picture inside it (`data:`) is read from there again. */
function filesOf(ports: ArchivePorts, rendition: RenditionId): StoredOriginal['files'] {
  return ports.records.resourcesOf(rendition).flatMap(({ url, blob }) => {
    const file = url.startsWith('data:') ? undefined : ports.blobs.read(blob)
    return file === undefined ? [] : [{ ...file, url }]
  })
}
