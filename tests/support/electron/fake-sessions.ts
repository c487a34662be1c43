import { EventEmitter } from 'node:events'
import type { Protocol, Session, WebRequest } from 'electron'
import { note, only, state } from './fake-state.ts'

type Handler = (request: Request) => Response | Promise<Response>
type Decide = (...args: readonly unknown[]) => unknown

/** A session as far as the program uses it, and what it was given. */
export interface FakeSession extends EventEmitter {
  readonly partition: string
  readonly given: {
    permissionRequest?: Decide
    permissionCheck?: Decide
    device?: Decide
    displayMedia?: Decide
    beforeRequest?: Decide
    beforeSendHeaders?: Decide
    spellChecker?: boolean
    proxy?: unknown
  }
  readonly handlers: Map<string, Handler>
}

const all = new Map<string, FakeSession>()

function make(partition: string, onCreated: (session: FakeSession) => void): FakeSession {
  const given: FakeSession['given'] = {}
  const handlers = new Map<string, Handler>()
  const methods = {
    setPermissionRequestHandler: (handler: Decide) => void (given.permissionRequest = handler),
    setPermissionCheckHandler: (handler: Decide) => void (given.permissionCheck = handler),
    setDevicePermissionHandler: (handler: Decide) => void (given.device = handler),
    setDisplayMediaRequestHandler: (handler: Decide) => void (given.displayMedia = handler),
    setSpellCheckerEnabled: (enabled: boolean) => void (given.spellChecker = enabled),
    setProxy: (config: unknown) => {
      given.proxy = config
      return Promise.resolve()
    },
    closeAllConnections: () => {
      session.emit('closed-connections')
      return Promise.resolve()
    },
    clearStorageData: () => Promise.resolve(),
    webRequest: {
      // Only the last listener counts.
      onBeforeRequest: (listener: Decide) => void (given.beforeRequest = listener),
      onBeforeSendHeaders: (listener: Decide) => void (given.beforeSendHeaders = listener),
    } satisfies Partial<Record<keyof WebRequest, unknown>>,
    protocol: {
      handle: (scheme: string, handler: Handler) => {
        only('after', 'protocol.handle')
        if (handlers.has(scheme)) throw new Error('The scheme has been intercepted')
        handlers.set(scheme, handler)
        note('protocol.handle', { scheme, partition })
      },
    } satisfies Partial<Record<keyof Protocol, unknown>>,
  } satisfies Partial<Record<keyof Session, unknown>>
  const session: FakeSession = Object.assign(new EventEmitter(), methods, { partition, given, handlers })
  all.set(partition, session)
  note('session', partition)
  onCreated(session)
  return session
}

/** Sessions by partition; the default one is the empty text. Making one is told, as by `session-created`. */
export function sessionOf(partition: string, onCreated: (session: FakeSession) => void = () => undefined): FakeSession {
  if (!state.ready) throw new Error('Session can only be received when app is ready')
  return all.get(partition) ?? make(partition, onCreated)
}
