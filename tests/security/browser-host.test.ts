import { createConnection } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { aBrowserHost, aWindow, makeArchive, send, tokenOf, type TestHost } from '../support/a-browser-host.ts'
import { valueOf } from '../support/value-of.ts'

/** Tries to open a WebSocket with these headers; answers the status it was refused with, or `open`. */
function knock({ port }: TestHost, headers: Record<string, string>, path = '/pipe'): Promise<number | 'open'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${String(port)}${path}`, { headers })
    socket.once('open', () => {
      socket.terminate()
      resolve('open')
    })
    socket.once('unexpected-response', (_request, answer) => {
      resolve(answer.statusCode ?? 0)
    })
    socket.once('error', () => undefined)
  })
}

/** Sends bytes as they are and answers the first line of what comes back; empty when the connection ends before. */
function raw({ port }: TestHost, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = createConnection({ host: '127.0.0.1', port }, () => {
      socket.write(text)
    })
    socket.on('data', (data) => (answer += data.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      resolve(answer.split('\r\n', 1)[0] ?? '')
    })
  })
}

describe('another site, by way of the browser', () => {
  it('is refused by any host but ours, before anything else (DNS rebinding)', async () => {
    const served = await aBrowserHost()
    const ours = `127.0.0.1:${String(served.port)}`
    const foreign = [
      'evil.test',
      `evil.test:${String(served.port)}`,
      `localhost:${String(served.port)}`,
      '127.0.0.1',
      `127.0.0.1:${String(served.port + 1)}`,
      `127.0.0.1.evil.test:${String(served.port)}`,
      `[::1]:${String(served.port)}`,
      `${ours}.`,
      `user@${ours}`,
    ]
    for (const host of foreign) {
      for (const path of ['/', '/assets/reader-frame.css', '/nothing']) {
        expect([host, path, (await send(served, path, { headers: { host } })).status]).toEqual([host, path, 421])
      }
      expect([host, await knock(served, { host, origin: served.origin })]).toEqual([host, 421])
    }
    expect(
      await raw(served, `GET / HTTP/1.1\r\nHost: ${ours}\r\nHost: evil.test\r\nConnection: close\r\n\r\n`),
    ).toMatch(/ 4\d\d /)
    expect(await raw(served, 'GET / HTTP/1.0\r\n\r\n')).toContain(' 421 ')
  })

  it('reads nothing: foreign origins and sites are refused everywhere, without a word of CORS', async () => {
    const served = await aBrowserHost()
    const from = (headers: Record<string, string>, path = '/assets/reader-frame.css') => send(served, path, { headers })
    for (const origin of ['http://evil.test', 'null', 'http://127.0.0.1', `https://127.0.0.1:${String(served.port)}`]) {
      expect([origin, (await from({ origin })).status]).toEqual([origin, 403])
    }
    for (const site of ['cross-site', 'same-site', 'anything']) {
      expect([site, (await from({ 'sec-fetch-site': site })).status]).toEqual([site, 403])
      const framed = { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
      expect([site, (await from(framed, '/')).status]).toEqual([site, 403])
    }
    const opened = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const window = await from(opened, '/')
    expect(window.status).toBe(200)
    expect((await from(opened)).status).toBe(403)
    const own = await from({ origin: served.origin, 'sec-fetch-site': 'same-origin' })
    expect(own.status).toBe(200)
    for (const { headers } of [window, own]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
      expect(headers['set-cookie']).toBeUndefined()
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
    }
  })

  it('does nothing: methods that change need our origin, and only uploads take one', async () => {
    const served = await aBrowserHost()
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      expect([method, (await send(served, '/', { method })).status]).toEqual([method, 403])
      const ours = await send(served, '/', { method, headers: { origin: served.origin } })
      expect([method, ours.status]).toEqual([method, 405])
    }
  })

  it('opens no pipe without our origin', async () => {
    const served = await aBrowserHost()
    expect(await knock(served, {})).toBe(403)
    expect(await knock(served, { origin: 'null' })).toBe(403)
    expect(await knock(served, { origin: 'http://evil.test' })).toBe(403)
    expect(await knock(served, { origin: `http://localhost:${String(served.port)}` })).toBe(403)
    expect(await knock(served, { origin: served.origin, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await knock(served, { origin: served.origin }, '/other')).toBe(404)
    expect(await knock(served, { origin: served.origin })).toBe('open')
  })
})

describe('another program on this computer', () => {
  it('gets in by no guess, and not by a token that was used, replaced or sent elsewhere', async () => {
    const served = await aBrowserHost()
    const replaced = tokenOf(served.host.newAddress())
    const token = tokenOf(served.host.newAddress())
    const guess = token.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    for (const greeting of [
      { kind: 'enter', token: guess },
      { kind: 'enter', token: replaced },
      { kind: 'enter', token: '' },
      { kind: 'enter', token: [token] },
      { kind: 'resume', session: token },
      { kind: 'resume', session: '' },
      { kind: 'request', id: 1, name: 'host.archive', input: {} },
      {},
    ]) {
      await expect(aWindow(served, greeting)).rejects.toThrow('4401')
    }
    const window = await aWindow(served, { kind: 'enter', token })
    await expect(aWindow(served, { kind: 'enter', token })).rejects.toThrow('4401')
    await expect(aWindow(served, { kind: 'enter', token: window.session })).rejects.toThrow('4401')
    expect((await aWindow(served, { kind: 'resume', session: window.session })).session).toBe(window.session)
    // A page that cannot know the token sees none in what is served.
    expect((await send(served, '/')).body).not.toContain(window.session)
  })

  it('is not listened to for long before it says who it is', async () => {
    const served = await aBrowserHost()
    const socket = new WebSocket(`ws://127.0.0.1:${String(served.port)}/pipe`, { origin: served.origin })
    const code = await new Promise((resolve) => socket.once('close', resolve))
    expect(code).toBe(4401)
  })

  it('cannot make the host hold much before it says who it is', async () => {
    const { origin } = await aBrowserHost()
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/pipe`, { origin })
    socket.on('error', () => undefined)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.once('open', () => {
      socket.send(JSON.stringify({ kind: 'enter', token: 'x'.repeat(1_000_000) }))
    })
    // 1006: ended without a word, not read and refused.
    expect(await closed).toBe(1006)
  })

  it('reads no content without the secret of this run', async () => {
    const served = await aBrowserHost()
    const window = await aWindow(served)
    await makeArchive(served, window)
    const { contentBase } = valueOf(await window.client.request('host.capabilities', {}))
    const { pathname } = new URL(contentBase)
    const blob = `blob/${'0'.repeat(64)}`
    const wrong = pathname.replace(/.\/$/, (end) => (end === '0/' ? '1/' : '0/'))
    for (const path of [
      `/${blob}`,
      `/c/${blob}`,
      `${wrong}${blob}`,
      `/c//${blob}`,
      `${pathname.toUpperCase()}${blob}`,
    ]) {
      expect([path, (await send(served, path)).status]).toEqual([path, 404])
    }
    expect((await send(served, `/o/${'0'.repeat(64)}/`)).status).toBe(404)
  })

  it('reaches nothing of the core but the two contracts, even through a window', async () => {
    const served = await aBrowserHost()
    const { client, socket } = await aWindow(served)
    await makeArchive(served, { client, socket, session: '' })
    for (const name of ['thread.close', 'content.blob', 'content.part', 'toString', '__proto__', 'host.burn', '']) {
      const answer: unknown = await client.request(name as 'host.archive', {})
      expect([name, answer]).toEqual([name, { ok: false, error: { code: 'ipc/unknown-request', details: { name } } }])
    }
    socket.send('{"kind":"internal","id":1,"name":"thread.close","input":{}}')
    socket.send('not JSON')
    socket.send(Buffer.from([0, 1, 2]))
    expect(valueOf(await client.request('archive.stats', {})).articles).toBe(0)
  })
})

describe('paths and sizes', () => {
  it('serves listed files only, wherever a path points to', async () => {
    const served = await aBrowserHost()
    const paths = [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/../../package.json',
      '/assets/..%5c..%5cpackage.json',
      '//etc/passwd',
      '//evil.test/',
      '/assets/',
      '/assets',
      '/index.html%00.js',
      '/assets/reader-frame.css/',
    ]
    for (const path of paths) expect([path, (await send(served, path)).status]).toEqual([path, 404])
    expect(await raw(served, `GET http://evil.test/ HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n`)).toMatch(
      / 4(?:00|21) /,
    )
  })

  it('refuses huge headers and addresses, and goes on', async () => {
    const served = await aBrowserHost()
    expect((await send(served, `/${'a'.repeat(5_000)}`)).status).toBe(400)
    const headers = { 'x-long': 'a'.repeat(20_000) }
    expect((await send(served, '/', { headers })).status).toBe(431)
    expect((await send(served, '/')).status).toBe(200)
  })

  it('ends connections that send their headers drop by drop', async () => {
    const served = await aBrowserHost()
    const start = performance.now()
    const answer = await raw(served, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${String(served.port)}\r\nX-Slow: `)
    expect(answer === '' || answer.includes(' 408 ')).toBe(true)
    expect(performance.now() - start).toBeLessThan(12_000)
  })

  it('closes a pipe that is sent more than the largest request', async () => {
    const served = await aBrowserHost()
    const { socket } = await aWindow(served)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined)
    socket.send(Buffer.alloc(65 * 1024 * 1024, 'a'))
    expect(await closed).toBe(1009)
    expect((await send(served, '/')).status).toBe(200)
  })
})
