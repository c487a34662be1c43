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

/** Views that are kept; a window shows one or two at a time. */
const MOST_VIEWS = 6
const ADDRESS = /^\/o\/([0-9a-f]{64})\/(?:r\/(0|[1-9]\d{0,5}))?$/

/** Nothing is shown yet. */
export function createOriginalViews(): OriginalViews {
  const views = new Map<string, StoredView>()
  return {
    add: (view) => {
      const secret = newSecret()
      views.set(secret, view)
      for (const oldest of [...views.keys()].slice(0, -MOST_VIEWS)) views.delete(oldest)
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
    },
  }
}

function respond(mediaType: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(body, { headers: { ...ORIGINAL_HEADERS, 'content-type': mediaType } })
}
