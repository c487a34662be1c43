import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { AskInternal } from '../internal-requests.ts'
import { notFound, refusal } from './refusal.ts'
import { BLOB_HEADERS } from './response-headers.ts'

/** Serves an article as the file that an export would write: to be downloaded, never shown. */
export async function serveMarkdown(content: AskInternal, uid: ArticleUid): Promise<Response> {
  const found = await content('content.markdown', { uid })
  if (!found.ok) return found.error.code.endsWith('-not-found') ? notFound() : refusal(500, 'Not readable.')
  const { fileName, markdown } = found.value
  const headers = {
    ...BLOB_HEADERS,
    'content-type': 'text/markdown; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll("'", '%27')}`,
  }
  return new Response(markdown, { headers })
}
