import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createPipes } from '../../src/main/hosts/browser/pipe.ts'
import { createSessions } from '../../src/main/hosts/browser/sessions.ts'
import { ok } from '../../src/shared/result.ts'

const FLOOD = 5_000
/** As an answer of a hundred rows. */
const ANSWER = 'x'.repeat(60_000)

/** A pipe over real sockets, whose requests are answered in their turn, and counted while they are under way. */
async function aPipe() {
  const seen = { underWay: 0, most: 0, begun: 0 }
  const sessions = createSessions(Date.now)
  const pipes = createPipes({
    sessions,
    dispatch: async () => {
      seen.begun++
      seen.underWay++
      seen.most = Math.max(seen.most, seen.underWay)
      await setImmediate()
      seen.underWay--
      return ok(ANSWER)
    },
    onEntered: () => undefined,
    onCount: () => undefined,
  })
  const server = createServer()
  server.on('upgrade', pipes.take)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    pipes.close()
    server.close()
  })
  const socket = new WebSocket(`ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
  onTestFinished(() => {
    socket.terminate()
  })
  await once(socket, 'open')
  socket.send(JSON.stringify({ kind: 'enter', token: sessions.newToken() }))
  await once(socket, 'message')
  return { socket, seen }
}

it('a window that asks thousands of things at once and takes no answer is read no further, and gets every answer when it does', async () => {
  const { socket, seen } = await aPipe()
  const answered = new Set<number>()
  socket.on('message', (data: Buffer) => answered.add((JSON.parse(data.toString()) as { id: number }).id))
  socket.pause()
  const input = { query: '', sort: 'added', direction: 'down', limit: 100, offset: 0 }
  for (let id = 0; id < FLOOD; id++) socket.send(JSON.stringify({ kind: 'request', id, name: 'article.list', input }))
  await expect.poll(() => seen.begun, { timeout: 10_000 }).toBeGreaterThan(200)
  let before = -1
  while (before !== seen.begun) {
    before = seen.begun
    await new Promise((resume) => setTimeout(resume, 300))
  }
  // Some answers lie in the buffers of the system; the rest of them is bounded, as those under way are.
  expect(seen.begun).toBeLessThan(1_000)
  expect(seen.most).toBeLessThanOrEqual(256)
  socket.resume()
  await expect.poll(() => answered.size, { timeout: 30_000 }).toBe(FLOOD)
})
