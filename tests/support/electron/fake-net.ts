import { EventEmitter } from 'node:events'
import { request as ask, type IncomingMessage } from 'node:http'
import type { ClientRequestConstructorOptions } from 'electron'
import type { FakeSession } from './fake-sessions.ts'
import { note } from './fake-state.ts'

/** An origin, and the server of the test that stands for it: `https://a.example http://127.0.0.1:1`; no other is reached. */
const [ORIGIN, SERVER] = (process.env['FAKE_ELECTRON_NET'] ?? '').split(' ')

type Options = Omit<ClientRequestConstructorOptions, 'session'> & {
  readonly session: unknown
  readonly headers?: Readonly<Record<string, string | string[]>>
}

/** A request as `net.request` makes it: through the rules and the proxy of its session, which alone decide. */
export function fakeRequest(options: Options): EventEmitter {
  const session = options.session as FakeSession
  const address = new URL(`${options.protocol ?? ''}//${options.hostname ?? ''}${options.path ?? ''}`)
  const url = new URL(address).href
  const method = options.method ?? 'GET'
  const emitter = new EventEmitter()
  const headers: Record<string, string | string[]> = {
    'User-Agent': 'Electron/45 (a system)',
    'Accept-Language': 'de',
    ...options.headers,
  }
  let sent: ReturnType<typeof ask> | undefined
  const fail = (why: string): void => void emitter.emit('error', new Error(`net::${why}`))

  const send = (): void => {
    if (decided(session, { url, method })) {
      fail('ERR_BLOCKED_BY_CLIENT')
      return
    }
    if ((session.given.proxy as { mode?: string } | undefined)?.mode !== 'system') {
      fail('ERR_PROXY_CONNECTION_FAILED')
      return
    }
    const kept = headersOf(session, { url, requestHeaders: headers })
    note('net', { url, partition: session.partition, headers: kept })
    if (address.origin !== ORIGIN || SERVER === undefined) {
      fail('ERR_NAME_NOT_RESOLVED')
      return
    }
    sent = ask(SERVER + address.pathname + address.search, { headers: kept, method }, answer)
    sent.on('error', () => {
      fail('ERR_CONNECTION_REFUSED')
    })
    sent.end()
    session.once('closed-connections', () => sent?.destroy())
  }
  const answer = (response: IncomingMessage): void => {
    const { statusCode = 0, headers: got } = response
    // Asked for by hand: whoever does not follow at once has ended the request.
    if (got.location === undefined) emitter.emit('response', response)
    else emitter.emit('redirect', statusCode, method, new URL(got.location, url).href, {})
  }
  return Object.assign(emitter, {
    end: () => {
      setImmediate(send)
    },
    write: () => undefined,
    abort: () => {
      sent?.destroy()
    },
    setTimeout: () => undefined,
  })
}

/** Whether the session cancels a request. */
function decided(session: FakeSession, details: object): boolean {
  let cancel: unknown = true
  session.given.beforeRequest?.(details, (answer: { cancel?: boolean }) => (cancel = answer.cancel))
  return cancel === true
}

function headersOf(
  session: FakeSession,
  details: { readonly url: string; readonly requestHeaders: Record<string, string | string[]> },
): Record<string, string | string[]> {
  let headers = details.requestHeaders
  session.given.beforeSendHeaders?.(details, (answer: { requestHeaders?: typeof headers }) => {
    headers = answer.requestHeaders ?? headers
  })
  return headers
}
