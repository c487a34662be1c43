import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { PIPE_PATH, UPLOAD_PATH } from '../../../shared/ipc/browser-pipe.ts'
import type { ReportBug } from '../../ipc/report-bug.ts'
import { refusal } from '../../ipc/router/refusal.ts'
import type { Router } from '../../ipc/router/router.ts'
import { refuse } from './gate.ts'
import type { Pipes } from './pipe.ts'
import { factsOf, sendResponse, toWebRequest } from './web-request.ts'

/** What the server serves, once its port is known. */
export interface Served {
  readonly router: Router
  readonly pipes: Pipes
  readonly upload: (request: IncomingMessage) => Promise<Response>
}

/** A server that listens. */
export interface LoopbackServer {
  readonly port: number
  /** Says what is served; until then everything is refused. */
  readonly serve: (served: Served) => void
  readonly close: () => Promise<void>
}

const HEADERS_TIME = 5_000
const MOST_HEADER_BYTES = 16 * 1024

/** Listens on the loopback address alone; port 0 = any that is free. Rejects when it cannot (a port that is taken). */
export async function listenOnLoopback(wantedPort: number, reportBug: ReportBug): Promise<LoopbackServer> {
  let served: Served | null = null
  const server = createServer({
    headersTimeout: HEADERS_TIME,
    // An upload of some gigabytes takes long; a connection on which nothing moves is ended by its socket's timeout.
    requestTimeout: 0,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: MOST_HEADER_BYTES,
  })
  server.setTimeout(30_000)
  server.maxConnections = 256
  const port = await listen(server, wantedPort)
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void answer(request, served, port)
      .catch((bug: unknown) => refusal(500, `Offprint made a mistake (incident ${reportBug(bug)}).`))
      .then((answered) => sendResponse(answered, response))
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refused = refuse(factsOf(request), port)
    if (refused !== null || served === null || request.url !== PIPE_PATH) refuseUpgrade(socket, refused?.status ?? 404)
    else served.pipes.take(request, socket, head)
  })
  return {
    port,
    serve: (next) => {
      served = next
    },
    close: () =>
      new Promise((resolve) => {
        served?.pipes.close()
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function answer(request: IncomingMessage, served: Served | null, port: number): Promise<Response> {
  const refused = refuse(factsOf(request), port)
  if (refused !== null) return refusal(refused.status, refused.words, { connection: 'close' })
  if (served === null) return refusal(503, 'Not ready.')
  if (request.method === 'POST' && request.url === UPLOAD_PATH) return served.upload(request)
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refusal(405, 'Only reading.', { allow: 'GET, HEAD' })
  return served.router(toWebRequest(request, `http://127.0.0.1:${String(port)}`))
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.on('error', () => undefined)
  socket.end(`HTTP/1.1 ${String(status)} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
