import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type OutgoingHttpHeaders } from 'node:http'

/** What a test's own server answers for a path. */
export interface ServedPage {
  readonly body: string
  readonly headers: OutgoingHttpHeaders
}

/** A server of the test's own on the loopback address. */
export interface PageServer {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Serves what `pageOf` answers for a path with its query; null = not found. */
export async function servePages(pageOf: (path: string) => ServedPage | null): Promise<PageServer> {
  const server = createServer((request, response) => {
    const page = pageOf(request.url ?? '/')
    response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', ...page?.headers })
    response.end(page?.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
