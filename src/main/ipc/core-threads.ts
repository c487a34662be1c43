import type { Transport } from '../../shared/ipc/client.ts'
import type { RequestName } from '../../shared/ipc/contract.ts'
import type { AnswerMessage, CoreMessage, EventMessage, RequestMessage } from '../../shared/ipc/message.ts'
import type { ThreadRole } from '../../shared/ipc/thread-start.ts'
import { CLOSE } from './serve-messages.ts'

/** A host's end of the pipe to one thread of the core. */
export interface HostPort {
  readonly postMessage: (message: RequestMessage) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/** Requests that only read go to a thread of their own, so that a long write never makes a list wait. */
const READING: Readonly<Partial<Record<RequestName, ThreadRole>>> = {
  'article.list': 'lists',
  'article.get': 'lists',
  'article.search': 'search',
}

/** The core's threads as one transport, for a host to hand to its interface. */
export interface CoreThreads extends Transport {
  /** Closes the readers, then the writer (which checkpoints), and comes back when all have. */
  readonly close: () => Promise<void>
}

/** Joins three threads to one transport. */
export function joinCoreThreads(ports: Readonly<Record<ThreadRole, HostPort>>): CoreThreads {
  const waiting = new Map<number, (result: unknown) => void>()
  const listeners = new Set<(name: string, payload: unknown) => void>()
  let lastId = 0

  for (const port of Object.values(ports)) {
    port.onMessage((message) => {
      const known = message as Exclude<CoreMessage, RequestMessage>
      if (known.kind === 'answer') receive(known)
      else for (const listener of listeners) forward(listener, known)
    })
  }

  function receive({ id, result }: AnswerMessage): void {
    waiting.get(id)?.(result)
    waiting.delete(id)
  }

  function ask(role: ThreadRole, name: string, input: unknown): Promise<unknown> {
    return new Promise((resolve) => {
      const id = ++lastId
      waiting.set(id, resolve)
      ports[role].postMessage({ kind: 'request', id, name, input })
    })
  }

  return {
    request: (name, input) => ask(roleOf(name), name, input),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    close: async () => {
      await Promise.all([ask('lists', CLOSE, {}), ask('search', CLOSE, {})])
      await ask('core', CLOSE, {})
    },
  }
}

function forward(listener: (name: string, payload: unknown) => void, { name, payload }: EventMessage): void {
  listener(name, payload)
}

function roleOf(name: string): ThreadRole {
  return Object.hasOwn(READING, name) ? (READING[name as RequestName] ?? 'core') : 'core'
}
