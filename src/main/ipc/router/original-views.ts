import { newSecret } from '../secret.ts'
import { notFound } from './refusal.ts'
import { ORIGINAL_HEADERS } from './response-headers.ts'

/** An original made harmless: its page and what it shows. */
export interface StoredView {
  readonly html: string
  readonly resources: readonly { readonly mediaType: string; readonly bytes: Uint8Array }[]
}

/** Originals that are being looked at, each under a secret address of its own, so that none can read another. */
export interface OriginalViews {
  /** Keeps a view and answers its path. */
  readonly add: (view: StoredView) => string
  /** Serves a path that begins with `/o/`. */
  readonly serve: (pathname: string) => Response
  /** Another archive is open: what was shown of the one before is gone. */
  readonly clear: () => void
}

/** Bytes of views that are kept, the newest first; a window shows one or two at a time. */
const MOST_BYTES = 128 * 1024 * 1024
const ADDRESS = /^\/o\/([0-9a-f]{64})\/(?:r\/(0|[1-9]\d{0,5}))?$/

/** Nothing is shown yet. */
export function createOriginalViews(): OriginalViews {
  const views = new Map<string, StoredView>()
  let bytes = 0
  return {
    add: (view) => {
      const secret = newSecret()
      views.set(secret, view)
      bytes += sizeOf(view)
      for (const [oldest, old] of views) {
        if (bytes <= MOST_BYTES || oldest === secret) break
        views.delete(oldest)
        bytes -= sizeOf(old)
      }
      return `/o/${secret}/`
    },
    serve: (pathname) => {
      const [, secret = '', number] = ADDRESS.exec(pathname) ?? []
      // By a look-up: 256 random bits are not found by the time that it takes to miss them.
      const view = views.get(secret)
      if (view === undefined) return notFound()
      if (number === undefined) return respond('text/html; charset=utf-8', view.html)
      const resource = view.resources[Number(number)]
      return resource === undefined ? notFound() : respond(resource.mediaType, Uint8Array.from(resource.bytes))
    },
    clear: () => {
      views.clear()
      bytes = 0
    },
  }
}

function sizeOf({ html, resources }: StoredView): number {
  return resources.reduce((sum, resource) => sum + resource.bytes.length, html.length)
}

function respond(mediaType: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(body, { headers: { ...ORIGINAL_HEADERS, 'content-type': mediaType } })
}
