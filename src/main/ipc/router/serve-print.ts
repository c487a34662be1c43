import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { AskInternal } from '../internal-requests.ts'
import { printPage } from './print-page.ts'
import { notFound, refusal } from './refusal.ts'
import { READER_HEADERS } from './response-headers.ts'

/** Serves a version of an article as a document to print; null = the current one. `contentPath` begins blobs. */
export async function servePrint(
  content: AskInternal,
  wanted: { readonly uid: ArticleUid; readonly version: number | null },
  contentPath: string,
): Promise<Response> {
  const found = await content('content.article', wanted)
  if (!found.ok) return found.error.code.endsWith('-not-found') ? notFound() : refusal(500, 'Not readable.')
  const headers = { ...READER_HEADERS, 'content-type': 'text/html; charset=utf-8' }
  return new Response(printPage(found.value, wanted.version, contentPath), { headers })
}
