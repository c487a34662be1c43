import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** Where everything goes that Chromium would send anywhere but to this computer. */
export interface Sentinel {
  readonly port: number
  /** A line for every raw connection, also for those that said nothing, in their order. */
  readonly connections: () => readonly string[]
  /** Forgets them, for tests that provoke them. */
  readonly forget: () => void
  readonly close: () => Promise<void>
}

/** Longest beginning looked at of a connection: a request line and a host, or a TLS greeting. */
const BEGINNING = 4_000

/** Listens on the loopback address, takes every TCP connection, answers nothing. */
export async function startSentinel(): Promise<Sentinel> {
  let connections: { beginning: string }[] = []
  const server = createServer((socket) => {
    const connection = { beginning: '' }
    connections.push(connection)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      connection.beginning = bytes.toString('latin1').slice(0, BEGINNING)
      socket.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections.map(({ beginning }) => describe(beginning)),
    forget: () => {
      connections = []
    },
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}

/** The request line and host, or the names in a TLS greeting. */
function describe(beginning: string): string {
  if (beginning === '') return 'a connection that said nothing'
  const [line] = beginning.split('\r\n')
  const [, host] = /\r\nhost: *(\S+)/i.exec(beginning) ?? []
  if (host !== undefined) return `${line ?? ''} of ${host}`
  return `TLS for ${(beginning.match(/[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}/g) ?? []).join(', ')}`
}
