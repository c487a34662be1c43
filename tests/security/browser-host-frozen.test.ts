import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createPipes, type Pipes } from '../../src/main/hosts/browser/pipe.ts'
import { createSessions } from '../../src/main/hosts/browser/sessions.ts'

const MEGABYTE = 'x'.repeat(1024 * 1024)
/** What one answer holds, in bytes. */
const ANSWER = 64 * 1024
/** Requests: far more than the host may answer to nobody. */
const MANY = 1_500

/** The host's end of the pipes on a port, over a core whose every answer is large; how often it was asked. */
async function somePipes(): Promise<{
  readonly pipes: Pipes
  readonly asked: () => number
  enter: () => Promise<WebSocket>
}> {
  const sessions = createSessions(() => 0)
  let asked = 0
  const pipes = createPipes({
    sessions,
    dispatch: () => Promise.resolve({ ok: true, value: [asked++, 'x'.repeat(ANSWER)] }),
    onEntered: () => undefined,
    onCount: () => undefined,
  })
  const server = createServer()
  server.on('upgrade', pipes.take)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  onTestFinished(() => {
    pipes.close()
    server.closeAllConnections()
    server.close()
  })
  return {
    pipes,
    asked: () => asked,
    enter: async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${String(port)}/pipe`)
      onTestFinished(() => {
        socket.terminate()
      })
      await once(socket, 'open')
      socket.send(JSON.stringify({ kind: 'enter', token: sessions.newToken() }))
      await once(socket, 'message')
      return socket
    },
  }
}

function ask(socket: WebSocket, times: number): void {
  for (let id = 1; id <= times; id++)
    socket.send(JSON.stringify({ kind: 'request', id, name: 'archive.overview', input: {} }))
}

const after = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))

describe('a window that freezes', () => {
  it('is asked no further while it takes no answers, and gets every one when it wakes', async () => {
    const { asked, enter } = await somePipes()
    const frozen = await enter()
    const ids: number[] = []
    frozen.on('message', (data: Buffer) => ids.push(Number(/"id":(\d+)/.exec(data.toString('latin1', 0, 100))?.[1])))
    frozen.pause()
    ask(frozen, MANY)
    await after(500)
    const held = asked()
    expect(held).toBeGreaterThan(0)
    // What the host, and the system between the two, hold stays far below what was asked for.
    expect(held).toBeLessThan(MANY / 2)
    await after(500)
    expect(asked()).toBe(held)
    frozen.resume()
    await expect.poll(() => ids.length, { timeout: 20_000 }).toBe(MANY)
    expect(new Set(ids).size).toBe(MANY)
  })

  it('is let go when events pile up; other windows go on, and it comes back by its session', async () => {
    const { pipes, enter } = await somePipes()
    const [frozen, awake] = [await enter(), await enter()]
    let events = 0
    awake.on('message', () => events++)
    frozen.pause()
    for (let number = 0; number < 100; number++) {
      pipes.emit('archive.changed', MEGABYTE)
      await after(2)
    }
    expect(pipes.count()).toBe(1)
    await expect.poll(() => events).toBe(100)
    await enter()
    expect(pipes.count()).toBe(2)
  })
})
