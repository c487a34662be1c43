import { request, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { startBrowserHost, type BrowserHost } from '../../src/main/hosts/browser/start-browser-host.ts'
import { createHostClient, type HostClient } from '../../src/shared/ipc/client.ts'
import { tempDir } from './temp-dir.ts'
import { valueOf } from './value-of.ts'
import { aWindowFolder } from './a-window-folder.ts'

/** A browser host that really listens, over sources. */
export interface TestHost {
  readonly host: BrowserHost
  readonly origin: string
  readonly port: number
  /** Addresses that were opened outside. */
  readonly openedOutside: readonly string[]
  /** An archive's path in a folder of the test. */
  readonly file: string
}

/** Starts one; closed when the running test ends. What it remembers is the test's own. */
export async function aBrowserHost(
  coreEntry = join(import.meta.dirname, '../../src/main/worker.ts'),
  file = join(tempDir(), 'a.offprint'),
): Promise<TestHost> {
  process.env['XDG_CONFIG_HOME'] ??= tempDir()
  onTestFinished(() => {
    delete process.env['XDG_CONFIG_HOME']
  })
  const openedOutside: string[] = []
  const host = await startBrowserHost({
    port: 0,
    windowFolder: aWindowFolder(),
    coreEntry,
    originalEntry: join(import.meta.dirname, '../../src/main/original-worker.ts'),
    usualFile: file,
    scratchFolder: join(tempDir(), 'scratch'),
    reportBug: (bug) => {
      throw bug
    },
    openOutside: (address) => Promise.resolve(openedOutside.push(address) > 0),
    onEntered: () => undefined,
    onWindows: () => undefined,
  })
  onTestFinished(() => host.close())
  const { origin, port } = new URL(host.newAddress())
  return { host, origin, port: Number(port), file, openedOutside }
}

/** The one-time token of an address. */
export function tokenOf(address: string): string {
  return new URL(address).hash.slice(1)
}

/** A window of the host, as far as its pipe goes. */
export interface TestWindow {
  readonly client: HostClient
  readonly session: string
  readonly socket: WebSocket
}

/** Opens a pipe by a greeting; rejects with the code when it is closed instead of welcomed. */
export function aWindow(
  { origin, host }: TestHost,
  greeting: object = { kind: 'enter', token: tokenOf(host.newAddress()) },
): Promise<TestWindow> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/pipe`, { origin })
  onTestFinished(() => {
    socket.terminate()
  })
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      socket.send(JSON.stringify(greeting))
    })
    socket.once('close', (code) => {
      reject(new Error(String(code)))
    })
    socket.once('error', reject)
    socket.once('message', (data: Buffer) => {
      const { session } = JSON.parse(data.toString()) as { session: string }
      resolve({ session, socket, client: clientOver(socket) })
    })
  })
}

function clientOver(socket: WebSocket): HostClient {
  let lastId = 0
  return createHostClient({
    request: (name, input) =>
      new Promise((resolve) => {
        const id = ++lastId
        const listen = (data: unknown): void => {
          const message = JSON.parse(String(data)) as { kind: string; id?: number; result?: unknown }
          if (message.kind !== 'answer' || message.id !== id) return
          socket.off('message', listen)
          resolve(message.result)
        }
        socket.on('message', listen)
        socket.send(JSON.stringify({ kind: 'request', id, name, input }))
      }),
    onEvent: (listener) => {
      const listen = (data: unknown): void => {
        const message = JSON.parse(String(data)) as { kind: string; name: string; payload: unknown }
        if (message.kind === 'event') listener(message.name, message.payload)
      }
      socket.on('message', listen)
      return () => {
        socket.off('message', listen)
      }
    },
  })
}

/** Makes a new archive through the window. */
export async function makeArchive({ file }: TestHost, { client }: TestWindow): Promise<void> {
  valueOf(await client.request('host.openArchive', { file, create: true }))
}

/** An answer of the server. */
export interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Sends a request exactly as told: any method, target and headers; `host` is ours unless given. */
export function send(
  { port }: Pick<TestHost, 'port'>,
  target: string,
  options: {
    readonly method?: string
    readonly headers?: Record<string, string>
    readonly body?: string | Uint8Array
  } = {},
): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body } = options
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: target, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const { statusCode = 0, headers: answered } = answer
        resolve({ status: statusCode, headers: answered, body: Buffer.concat(parts).toString() })
      })
      answer.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
