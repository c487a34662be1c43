import { appError, type AppError } from '../../shared/app-error.ts'
import type { ExportPreview, ExportPreviewRequest } from '../../shared/model/export-preview.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { getArticle } from '../archive/get-article.ts'
import type { Attempt } from '../archive/ports/attempt.ts'
import type { Reading } from '../archive/ports/reading.ts'
import type { StoredContent } from '../archive/ports/stored-content.ts'
import {
  PART_BYTES,
  type InternalHandlers,
  type InternalName,
  type InternalRequests,
} from '../ipc/internal-requests.ts'

type ContentName = Exclude<InternalName, `thread.${string}`>

/** What content is read by. */
interface ContentPorts {
  readonly attempt: Attempt
  readonly reading: Pick<Reading, 'article'>
  readonly content: StoredContent
  readonly previewExport: (request: ExportPreviewRequest) => Promise<Result<ExportPreview>>
}

/** Answers a host about bytes for frames and pictures. */
export function contentHandlers({
  attempt,
  reading,
  content,
  previewExport,
}: ContentPorts): Pick<InternalHandlers, ContentName> {
  return {
    'content.document': ({ uid, version, rendition }) =>
      found(
        attempt(() => content.document(uid, version, rendition)),
        () => appError('archive/article-not-found', { uid, version, rendition }),
      ),
    'content.article': ({ uid, version }) => getArticle({ attempt, reading }, uid, version),
    'content.markdown': async ({ uid }) => {
      const written = await previewExport({
        selection: { kind: 'articles', articles: [uid] },
        template: null,
        templateText: null,
      })
      if (!written.ok) return written
      const { fileName, markdown } = written.value
      if (fileName === null || markdown === null) return err(appError('archive/article-not-found', { uid }))
      return ok({ fileName, markdown })
    },
    'content.blob': ({ sha256 }) =>
      found(
        attempt(() => content.blob(sha256)),
        () => appError('archive/blob-not-found', { sha256 }),
      ),
    'content.part': ({ sha256, start, length }) =>
      attempt(() => ({ bytes: content.part(sha256, start, Math.min(length, PART_BYTES)) })),
    'content.original': ({ uid, version }: InternalRequests['content.original']['input']) =>
      found(
        attempt(() => content.original(uid, version)),
        () => appError('archive/no-original', { uid }),
      ),
  }
}

function found<Value>(read: Result<Value | undefined>, missing: () => AppError): Result<Value> {
  if (!read.ok) return read
  return read.value === undefined ? err(missing()) : ok(read.value)
}
