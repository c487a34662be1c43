import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

/** Where everything goes that Chromium would send anywhere but to this computer. */
export interface Sentinel {
  readonly port: number
  /** The beginning of what every raw connection said, also of those that said nothing (''), in their order. */
  readonly connections: () => readonly string[]
  /** Forgets them, for tests that provoke them. */
  readonly forget: () => void
  readonly close: () => Promise<void>
}

/** Longest beginning kept of a connection: a request line and a host. */
const BEGINNING = 300

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
    connections: () => connections.map(({ beginning }) => beginning),
    forget: () => {
      connections = []
    },
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}
