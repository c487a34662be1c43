import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { ReaderDocument } from '../../archive/ports/stored-content.ts'
import type { AskInternal } from '../internal-requests.ts'
import { escapeHtml } from './escape-html.ts'
import { pictureAddresses } from './picture-addresses.ts'
import { notFound, refusal } from './refusal.ts'
import { READER_HEADERS } from './response-headers.ts'

/** Where the style sheet of the reader's frame lies among the window's files. */
export const READER_STYLES = '/assets/reader-frame.css'

/** Serves a rendition's reader HTML as a document of its own. `contentPath` begins the addresses of blobs. */
export async function serveArticle(
  content: AskInternal,
  wanted: { readonly uid: ArticleUid; readonly version: number; readonly rendition: number },
  contentPath: string,
): Promise<Response> {
  const found = await content('content.document', wanted)
  if (!found.ok) return found.error.code === 'archive/article-not-found' ? notFound() : refusal(500, 'Not readable.')
  const headers = { ...READER_HEADERS, 'content-type': 'text/html; charset=utf-8' }
  return new Response(documentOf(found.value, contentPath), { headers })
}

/** Nothing but the article stands in the body: its text content is the text that offsets count in. */
function documentOf({ html, direction, language, title }: ReaderDocument, contentPath: string): string {
  const lang = language === null ? '' : ` lang="${escapeHtml(language)}"`
  return (
    `<!doctype html><html${lang} dir="${direction}"><head><meta charset="utf-8">` +
    `<title>${escapeHtml(title ?? '')}</title><link rel="stylesheet" href="${READER_STYLES}"></head>` +
    `<body>${pictureAddresses(html, contentPath)}</body></html>`
  )
}
