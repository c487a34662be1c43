import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { CLOSED_ENDING, CLOSED_NOT_KNOWN, type PipeGreeting, type ToWindow } from '../../../shared/ipc/browser-pipe.ts'
import type { RequestMessage } from '../../../shared/ipc/message.ts'
import type { Dispatch } from '../../ipc/dispatcher.ts'
import { answerPatiently } from './patient-answers.ts'
import type { Sessions } from './sessions.ts'

/** The windows' pipes. */
export interface Pipes {
  /** Takes over a connection that the gate let pass. */
  readonly take: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Tells every window. */
  readonly emit: (name: string, payload: unknown) => void
  /** How many windows are connected. */
  readonly count: () => number
  readonly close: () => void
}

/** What pipes lead to. */
export interface PipeOptions {
  readonly sessions: Sessions
  readonly dispatch: Dispatch
  /** A window came in by the one-time token. */
  readonly onEntered: () => void
  /** The number of windows changed. */
  readonly onCount: (count: number) => void
}

/** The largest message: a gesture on a million articles. */
const MOST_BYTES = 64 * 1024 * 1024
/** How long a connection may wait before it says who it is, in milliseconds. */
const GREETING_TIME = 2_000
/** Bytes that it may send until then: a greeting is a secret and a few letters, whoever may send it. */
const MOST_GREETING_BYTES = 4_096
/** Bytes a window may leave untaken; one that sleeps longer is let go, and comes back by its session when it wakes. */
const MOST_ASLEEP = 32 * 1024 * 1024
/** Connections that have not said who they are; further ones are turned away. */
const MOST_STRANGERS = 16

/** Serves WebSockets: a greeting with a secret first, then requests and events as JSON. */
export function createPipes(options: PipeOptions): Pipes {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false })
  const windows = new Set<WebSocket>()
  let strangers = 0

  const welcome = (socket: WebSocket, session: string): void => {
    windows.add(socket)
    const take = answerPatiently(socket, (data: RawData) => answer(socket, data, options.dispatch))
    socket.on('message', take)
    socket.once('close', () => {
      windows.delete(socket)
      options.onCount(windows.size)
    })
    send(socket, { kind: 'welcome', session })
    options.onCount(windows.size)
  }

  const greet = (socket: WebSocket, connection: Duplex): void => {
    strangers += 1
    let bytes = 0
    const count = (part: Buffer): void => {
      bytes += part.length
      if (bytes > MOST_GREETING_BYTES) socket.terminate()
    }
    connection.on('data', count)
    let isStranger = true
    const known = (): void => {
      if (isStranger) strangers -= 1
      isStranger = false
      connection.off('data', count)
      clearTimeout(timer)
    }
    const timer = setTimeout(() => {
      socket.close(CLOSED_NOT_KNOWN)
    }, GREETING_TIME)
    socket.once('close', known)
    socket.on('error', () => undefined)
    socket.once('message', (data) => {
      known()
      const session = sessionOf(readGreeting(data), options)
      if (session === null) socket.close(CLOSED_NOT_KNOWN)
      else welcome(socket, session)
    })
  }

  return {
    take: (request, socket, head) => {
      if (strangers >= MOST_STRANGERS) socket.destroy()
      else
        server.handleUpgrade(request, socket, head, (opened) => {
          greet(opened, socket)
        })
    },
    emit: (name, payload) => {
      for (const socket of windows) tell(socket, { kind: 'event', name, payload })
    },
    count: () => windows.size,
    close: () => {
      for (const socket of server.clients) socket.close(CLOSED_ENDING)
      server.close()
    },
  }
}

function sessionOf(greeting: PipeGreeting | null, { sessions, onEntered }: PipeOptions): string | null {
  if (greeting === null) return null
  if (greeting.kind === 'resume') return sessions.isKnown(greeting.session) ? greeting.session : null
  const session = sessions.enter(greeting.token)
  if (session !== null) onEntered()
  return session
}

async function answer(socket: WebSocket, data: RawData, dispatch: Dispatch): Promise<void> {
  const message = readRequest(data)
  if (message === null) return
  const result = await dispatch(message.name, message.input)
  await new Promise<void>((sent) => {
    send(socket, { kind: 'answer', id: message.id, result }, sent)
  })
}

/** Sends an event, unless the window has slept for too long. */
function tell(socket: WebSocket, event: ToWindow): void {
  if (socket.bufferedAmount > MOST_ASLEEP) socket.terminate()
  else send(socket, event)
}

/** `sent` is called when the message has left this process, or never will. */
function send(socket: WebSocket, message: ToWindow, sent: () => void = () => undefined): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message), sent)
  else sent()
}

function readGreeting(data: RawData): PipeGreeting | null {
  const { kind, token, session } = readObject(data)
  if (kind === 'enter' && typeof token === 'string') return { kind, token }
  return kind === 'resume' && typeof session === 'string' ? { kind, session } : null
}

function readRequest(data: RawData): RequestMessage | null {
  const { kind, id, name, input } = readObject(data)
  return kind === 'request' && typeof id === 'number' && typeof name === 'string' ? { kind, id, name, input } : null
}

/** The object in a message (`ws` gives each as one Buffer); an empty one for everything else, which then is no message. */
function readObject(data: RawData): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString() : '')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
