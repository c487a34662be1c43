import type { ArticleUid, Sha256 } from '../../../shared/model/identity.ts'
import type { AskInternal } from '../internal-requests.ts'
import { sameSecret } from '../secret.ts'
import type { OriginalViews } from './original-views.ts'
import { notFound, refusal } from './refusal.ts'
import { assetHeaders, windowHeaders } from './response-headers.ts'
import { serveArticle } from './serve-article.ts'
import { serveBlob } from './serve-blob.ts'
import { serveMarkdown } from './serve-markdown.ts'
import { servePrint } from './serve-print.ts'
import type { WindowAssets } from './window-assets.ts'

/** What the router serves from. */
export interface RouterOptions {
  readonly assets: WindowAssets
  /** The secret of this run that begins every address of content. */
  readonly secret: string
  /** Asks the archive that is open; answers `host/no-archive` while none is. */
  readonly content: AskInternal
  readonly originals: OriginalViews
  /** Where the window's pipe goes to, for its policy; empty where it needs no address. */
  readonly pipe: string
}

/** Answers any request for something to show; it knows neither Electron nor a server. */
export type Router = (request: Request) => Promise<Response>

/** The path that begins addresses of content in this run. */
export function contentPath(secret: string): string {
  return `/c/${secret}/`
}

const CONTENT = /^\/c\/([0-9a-f]{64})\/(.+)$/
const ARTICLE = /^article\/([0-9a-f-]{36})\/(\d{1,9})\/(\d{1,9})$/
const PRINT = /^print\/([0-9a-f-]{36})\/(current|\d{1,9})$/
const MARKDOWN = /^markdown\/([0-9a-f-]{36})$/
const BLOB = /^blob\/([0-9a-f]{64})$/

/** The one router of all hosts: the window's files, reader HTML, articles to print or as Markdown, blobs, originals. Only reading, so that no address can do anything. */
export function createRouter(options: RouterOptions): Router {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refusal(405, 'Only reading.', { allow: 'GET, HEAD' })
    }
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/o/')) return options.originals.serve(pathname)
    const content = CONTENT.exec(pathname)
    if (content === null) return serveAsset(options, pathname)
    const [, secret = '', rest = ''] = content
    return sameSecret(secret, options.secret) ? serveContent(options, rest, request) : notFound()
  }
}

function serveAsset({ assets, pipe }: RouterOptions, pathname: string): Response {
  const asset = assets.get(pathname === '/' ? '/index.html' : pathname)
  if (asset === undefined) return notFound()
  const { mediaType, bytes, fixed } = asset
  const headers = mediaType.startsWith('text/html') ? windowHeaders(pipe) : assetHeaders(fixed)
  return new Response(Uint8Array.from(bytes), { headers: { ...headers, 'content-type': mediaType } })
}

async function serveContent({ content, secret }: RouterOptions, path: string, request: Request): Promise<Response> {
  const article = ARTICLE.exec(path)
  if (article !== null) {
    const [, uid = '', version = '', rendition = ''] = article
    const wanted = { uid: uid as ArticleUid, version: Number(version), rendition: Number(rendition) }
    return serveArticle(content, wanted, contentPath(secret))
  }
  const print = PRINT.exec(path)
  if (print !== null) {
    const [, uid = '', version = ''] = print
    const wanted = { uid: uid as ArticleUid, version: version === 'current' ? null : Number(version) }
    return servePrint(content, wanted, contentPath(secret))
  }
  const markdown = MARKDOWN.exec(path)
  if (markdown !== null) return serveMarkdown(content, markdown[1] as ArticleUid)
  const blob = BLOB.exec(path)
  return blob === null ? notFound() : serveBlob(content, blob[1] as Sha256, request)
}
