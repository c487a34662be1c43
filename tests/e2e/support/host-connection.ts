import { once } from 'node:events'
import { WebSocket } from 'ws'
import { PIPE_PATH, type PipeGreeting, type ToHost, type ToWindow } from '../../../src/shared/ipc/browser-pipe.ts'
import { createHostClient, type HostClient } from '../../../src/shared/ipc/client.ts'
import type { JobKind, JobUid, Jobs } from '../../../src/shared/model/job.ts'
import { valueOf } from '../../support/value-of.ts'

/** A test's own pipe to a running host, beside the window's. */
export interface HostConnection {
  readonly client: HostClient
  /** Starts long work and waits for its end; throws when it fails. */
  readonly runJob: <Kind extends JobKind>(kind: Kind, input: Jobs[Kind]['input']) => Promise<Jobs[Kind]['output']>
  readonly close: () => Promise<void>
}

/** Connects with the secret that a window got. */
export function connectToHost(origin: string, session: string): Promise<HostConnection> {
  return connect(origin, { kind: 'resume', session })
}

/** Connects in a window's place, by the address that the host printed for one; it lets in once. */
export function enterHost(url: string): Promise<HostConnection> {
  const { origin, hash } = new URL(url)
  return connect(origin, { kind: 'enter', token: hash.slice(1) })
}

async function connect(origin: string, greeting: PipeGreeting): Promise<HostConnection> {
  const socket = new WebSocket(`${origin.replace('http:', 'ws:')}${PIPE_PATH}`, { origin })
  const send = (message: ToHost): void => {
    socket.send(JSON.stringify(message))
  }
  const waiting = new Map<number, (result: unknown) => void>()
  const listeners = new Set<(name: string, payload: unknown) => void>()
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as ToWindow
    if (message.kind === 'answer') waiting.get(message.id)?.(message.result)
    if (message.kind === 'event') for (const listener of listeners) listener(message.name, message.payload)
  })
  await once(socket, 'open')
  send(greeting)
  await once(socket, 'message')
  const client = createHostClient({
    request: (name, input) =>
      new Promise((resolve) => {
        const id = waiting.size
        waiting.set(id, resolve)
        send({ kind: 'request', id, name, input })
      }),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  return {
    client,
    runJob: (kind, input) => runJob(client, kind, input),
    close: async () => {
      if (socket.readyState === WebSocket.CLOSED) return
      const closed = once(socket, 'close')
      // Without the handshake: where the host has ended, nobody answers it.
      socket.terminate()
      await closed
    },
  }
}

/** Starts long work and waits for its end; throws when it fails. */
export async function runJob<Kind extends JobKind>(
  client: HostClient,
  kind: Kind,
  input: Jobs[Kind]['input'],
): Promise<Jobs[Kind]['output']> {
  const job = { kind, input } as Parameters<typeof client.request<'job.start'>>[1]
  let started: JobUid | null = null
  const ended = new Promise<Jobs[Kind]['output']>((resolve, reject) => {
    const end = client.on('job.changed', ({ uid, state }) => {
      if (uid !== started || state.status === 'running') return
      end()
      if (state.status === 'done') resolve(state.output)
      else reject(new Error(`${kind} failed: ${state.error.code}`))
    })
  })
  started = valueOf(await client.request('job.start', job)).uid
  return ended
}
