import {
  CLOSED_ENDING,
  CLOSED_NOT_KNOWN,
  PIPE_PATH,
  type PipeGreeting,
  type ToHost,
  type ToWindow,
} from '../../shared/ipc/browser-pipe.ts'
import { appError } from '../../shared/app-error.ts'
import { err } from '../../shared/result.ts'
import { greeting, keepSession } from './browser-session.ts'
import { createGiving } from './give-files.ts'
import type { HostPipe } from './host-pipe.ts'

/** Pauses before trying to connect again, in milliseconds; the last one is repeated. */
const PAUSES = [100, 300, 1_000, 3_000]

type Listener = (name: string, payload: unknown) => void

interface Waiting {
  readonly answer: (result: unknown) => void
}

/**
 * The pipe of the browser host: a WebSocket to where the window came from. Opened when the host has welcomed this
 * window; rejects when it does not know it. A connection that breaks is made again, and said so by `host.connection`;
 * what waited for an answer is answered `host/core-stopped`, since nobody knows whether it was done.
 */
export async function openBrowserPipe(): Promise<HostPipe> {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<Listener>()
  let lastId = 0
  let socket: WebSocket = await connect(greeting())
  attach()

  function emit(name: string, payload: unknown): void {
    for (const listener of listeners) listener(name, payload)
  }

  function attach(): void {
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as ToWindow
      if (message.kind === 'answer') {
        waiting.get(message.id)?.answer(message.result)
        waiting.delete(message.id)
      } else if (message.kind === 'event') emit(message.name, message.payload)
    }
    socket.onclose = ({ code }) => {
      for (const { answer } of waiting.values()) answer(err(appError('host/core-stopped')))
      waiting.clear()
      emit('host.connection', { status: 'lost' })
      if (code !== CLOSED_ENDING && code !== CLOSED_NOT_KNOWN) void reconnect(0)
    }
  }

  async function reconnect(attempt: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, PAUSES[Math.min(attempt, PAUSES.length - 1)]))
    try {
      socket = await connect(greeting())
    } catch (refused) {
      if (!(refused instanceof NotKnownError)) void reconnect(attempt + 1)
      return
    }
    attach()
    emit('host.connection', { status: 'back' })
  }

  const request: HostPipe['request'] = (name, input) =>
    new Promise((answer) => {
      if (socket.readyState !== WebSocket.OPEN) {
        answer(err(appError('host/core-stopped')))
        return
      }
      const id = ++lastId
      waiting.set(id, { answer })
      send(socket, { kind: 'request', id, name, input })
    })

  return {
    request,
    onEvent: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    give: createGiving((folder) => request('host.forgetUpload', { folder })),
  }
}

/** The host does not know this window: its address was used before, or the program was started anew since. */
export class NotKnownError extends Error {}

function connect(by: PipeGreeting | null): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    if (by === null) {
      reject(new NotKnownError())
      return
    }
    const socket = new WebSocket(`ws://${location.host}${PIPE_PATH}`)
    socket.onopen = () => {
      send(socket, by)
    }
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as ToWindow
      if (message.kind !== 'welcome') return
      keepSession(message.session)
      resolve(socket)
    }
    socket.onclose = ({ code }) => {
      reject(code === CLOSED_NOT_KNOWN ? new NotKnownError() : new Error(`the connection closed (${String(code)})`))
    }
  })
}

function send(socket: WebSocket, message: ToHost): void {
  socket.send(JSON.stringify(message))
}
