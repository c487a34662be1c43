import type { AppError } from '../../shared/app-error.ts'
import type { Transport } from '../../shared/ipc/client.ts'
import type { AnswerMessage, EventMessage, InternalMessage, RequestMessage } from '../../shared/ipc/message.ts'
import { THREAD_ROLES, type ThreadRole } from '../../shared/ipc/thread-start.ts'
import { err, type Result } from '../../shared/result.ts'
import type { AskInternal, InternalName, InternalRequests } from './internal-requests.ts'
import type { ReadingName } from './reading-handlers.ts'

/** A host's end of the pipe to one thread of the core. */
export interface HostPort {
  readonly postMessage: (message: RequestMessage | InternalMessage) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/** Requests that only read go to a thread of their own, so that a long write never makes a list wait. */
const READING: Readonly<Record<ReadingName, ThreadRole>> = {
  'archive.overview': 'lists',
  'article.get': 'lists',
  'article.list': 'lists',
  'article.periods': 'lists',
  'article.find': 'lists',
  'article.details': 'lists',
  'article.headings': 'lists',
  'article.hits': 'lists',
  'article.links': 'lists',
  'article.compare': 'lists',
  'article.search': 'search',
  'search.facets': 'search',
  'search.suggest': 'search',
  'search.typing': 'search',
  'search.similar': 'search',
  'saved-search.list': 'search',
  'annotation.list': 'lists',
  'link.places': 'lists',
  'near-duplicate.list': 'lists',
  'export.preview': 'lists',
}

/** The core's threads as one transport, for a host to hand to its interface. */
export interface CoreThreads extends Transport {
  /** Bytes for frames and pictures, from the thread of lists. */
  readonly content: AskInternal
  /** Whether a thread opened the archive. */
  readonly opened: (role: ThreadRole) => Promise<Result<InternalRequests['thread.opened']['output']>>
  /** Closes the readers, then the writer (which checkpoints), and comes back when all have. Default: all three. */
  readonly close: (there?: readonly ThreadRole[]) => Promise<void>
  /** Answers everything that waits, and whatever is asked from now on, with this: a thread is gone. */
  readonly abandon: (reason: AppError) => void
}

/** Joins three threads to one transport. */
export function joinCoreThreads(ports: Readonly<Record<ThreadRole, HostPort>>): CoreThreads {
  const waiting = new Map<number, (result: unknown) => void>()
  const listeners = new Set<(name: string, payload: unknown) => void>()
  let lastId = 0
  let lost: AppError | undefined

  for (const port of Object.values(ports)) {
    port.onMessage((message) => {
      const known = message as AnswerMessage | EventMessage
      if (known.kind === 'answer') receive(known)
      else for (const listener of listeners) listener(known.name, known.payload)
    })
  }

  function receive({ id, result }: AnswerMessage): void {
    waiting.get(id)?.(result)
    waiting.delete(id)
  }

  function send(role: ThreadRole, message: Asked): Promise<unknown> {
    return new Promise((resolve) => {
      const id = ++lastId
      waiting.set(id, resolve)
      ports[role].postMessage({ ...message, id })
    })
  }

  function ask(role: ThreadRole, message: Asked): Promise<unknown> {
    return lost === undefined ? send(role, message) : Promise.resolve(err(lost))
  }

  const askInternal = async <Name extends InternalName>(
    role: ThreadRole,
    name: Name,
    input: InternalRequests[Name]['input'],
  ): Promise<Result<InternalRequests[Name]['output']>> =>
    (await ask(role, { kind: 'internal', name, input })) as Result<InternalRequests[Name]['output']>

  return {
    request: (name, input) => ask(roleOf(name), { kind: 'request', name, input }),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    content: (name, input) => askInternal('lists', name, input),
    opened: (role) => askInternal(role, 'thread.opened', {}),
    close: async (there = THREAD_ROLES) => {
      const close = (role: ThreadRole): Promise<unknown> =>
        there.includes(role) ? send(role, { kind: 'internal', name: 'thread.close', input: {} }) : Promise.resolve()
      await Promise.all([close('lists'), close('search')])
      await close('core')
    },
    abandon: (reason) => {
      lost = reason
      for (const resolve of waiting.values()) resolve(err(reason))
      waiting.clear()
    },
  }
}

type Asked = Omit<RequestMessage, 'id'> | Omit<InternalMessage, 'id'>

function roleOf(name: string): ThreadRole {
  return Object.hasOwn(READING, name) ? READING[name as ReadingName] : 'core'
}
