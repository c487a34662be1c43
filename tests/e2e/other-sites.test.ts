import { PIPE_PATH, UPLOAD_PATH } from '../../src/shared/ipc/browser-pipe.ts'
import { findChromium } from '../../scripts/find-chromium.ts'
import { valueOf } from '../support/value-of.ts'
import { readerAddress } from './support/article-address.ts'
import { expect, test } from './support/offprint-test.ts'
import { servePages } from './support/page-server.ts'

/** How an attempt of another site's page ended. */
type Attempt = readonly [what: string, outcome: string]

test('A page of another site can neither read, show, change nor listen to anything', async ({
  program,
  openWindow,
  context,
  complaints,
}) => {
  complaints.allow(/./)
  await program.run('import', program.file('secret.txt', 'A secret\n\nWhat stands here is nobody’s business.\n'))
  const window = await openWindow()
  const { origin } = await program.host()
  const [row] = await window.articles()
  if (row === undefined) throw new Error('nothing was imported')
  const article = valueOf(await window.client.request('article.get', { uid: row.uid, version: null }))
  // The worst case: the other site has learned the address of content.
  const content = `${window.contentBase}${readerAddress(article)}`
  const server = await servePages(() => ({ body: '<!doctype html><title>Another site</title><body>', headers: {} }))
  const page = await context.newPage()
  await page.goto(server.origin)
  const answers: string[] = []
  page.on('response', (response) => {
    const { method, type } = { method: response.request().method(), type: response.request().resourceType() }
    if (response.url().startsWith(origin)) answers.push(`${method} by ${type}: ${response.status()}`)
  })
  const attempts = await page.evaluate(attack, { origin, content, pipe: PIPE_PATH, upload: UPLOAD_PATH })
  expect(attempts).toEqual([
    ['fetch of the window', 'refused'],
    ['fetch of content', 'refused'],
    ['unread fetch of content', 'refused or opaque, and empty'],
    ['upload by fetch', 'refused'],
    ['WebSocket', 'refused'],
    ['content as picture', 'refused'],
    ['content as script', 'refused'],
    ['content as style sheet', 'refused'],
    ['window opened from here', 'out of reach'],
  ])
  // What was answered at all was a refusal; the frame of the window is refused by its own policy.
  expect(answers.filter((answer) => !answer.endsWith(' 403'))).toEqual([])
  expect(answers).toContain('POST by document: 403')
  const frames = page.frames().filter((frame) => frame !== page.mainFrame())
  expect(frames.map((frame) => frame.url())).toEqual(Array(3).fill('chrome-error://chromewebdata/'))
  expect(await window.articles()).toHaveLength(1)
  await server.close()
})

test('The same attempts succeed on a server that has no guard', async ({ context, complaints }) => {
  complaints.allow(/./)
  const open = { 'access-control-allow-origin': '*' }
  const victim = await servePages(() => ({
    body: '<!doctype html><title>Unguarded</title><body>secret',
    headers: open,
  }))
  const server = await servePages(() => ({ body: '<!doctype html><title>Another site</title><body>', headers: {} }))
  const page = await context.newPage()
  await page.goto(server.origin)
  const at = { origin: victim.origin, content: `${victim.origin}/content`, pipe: PIPE_PATH, upload: UPLOAD_PATH }
  const outcomes = new Map(await page.evaluate(attack, at))
  expect(outcomes.get('fetch of the window')).toContain('read <!doctype html>')
  expect(outcomes.get('upload by fetch')).toContain('read <!doctype html>')
  expect(outcomes.get('window opened from here')).toBe('in reach')
  const frames = page.frames().filter((frame) => frame.url().startsWith(victim.origin))
  expect(frames.length).toBe(3)
  await victim.close()
  await server.close()
})

test('A name that turns to 127.0.0.1 later (DNS rebinding) reaches nothing', async ({
  program,
  playwright,
  openWindow,
}) => {
  await program.run('import', program.file('secret.txt', 'A secret\n\nWhat stands here is nobody’s business.\n'))
  await openWindow()
  const { port } = new URL((await program.host()).origin)
  const browser = await playwright.chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--host-resolver-rules=MAP rebound.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      // Chromium's own guard of local addresses would hide whether ours holds.
      '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
    ],
  })
  try {
    const page = await browser.newPage()
    const address = `http://rebound.example:${port}/`
    // The name first leads to the attacker's own server, whose page then finds the name turned to 127.0.0.1.
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Attack</title>' }))
    await page.goto(address)
    await page.unroute(address)
    const outcome = await page.evaluate(async (pipe) => {
      const status = await fetch('/assets/').then(
        (answer) => answer.status,
        () => 'refused',
      )
      const socket = new WebSocket(`ws://${location.host}${pipe}`)
      const opened = await new Promise((resolve) => {
        socket.onopen = () => resolve(true)
        socket.onerror = () => resolve(false)
      })
      return { status, opened }
    }, PIPE_PATH)
    expect(outcome).toEqual({ status: 421, opened: false })
  } finally {
    await browser.close()
  }
})

test('An address that has opened a window opens no other', async ({ program, openWindow, context, complaints }) => {
  const host = await program.host()
  const used = host.url()
  await openWindow()
  complaints.allow(/./)
  const second = await context.newPage()
  let isIn = false
  second.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      isIn ||= payload.toString().includes('welcome')
    }),
  )
  await second.goto(used)
  await expect(second.getByText('Offprint could not start')).toBeVisible()
  expect(isIn).toBe(false)
})

/** Runs in the other site's page. */
async function attack(at: {
  readonly origin: string
  readonly content: string
  readonly pipe: string
  readonly upload: string
}): Promise<readonly Attempt[]> {
  const after = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))
  const fetched = (url: string, options: RequestInit): Promise<string> =>
    fetch(url, options).then(
      async (answer) => (answer.type === 'opaque' ? 'opaque' : `read ${(await answer.text()).slice(0, 40)}`),
      () => 'refused',
    )
  const loaded = (name: 'img' | 'script' | 'link', attributes: Record<string, string>): Promise<string> =>
    new Promise((resolve) => {
      const element = document.createElement(name)
      element.addEventListener('load', () => resolve('loaded'))
      element.addEventListener('error', () => resolve('refused'))
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
      document.head.append(element)
    })
  const framed = async (src: string): Promise<void> => {
    const frame = document.createElement('iframe')
    const shown = new Promise((resolve) => frame.addEventListener('load', resolve))
    frame.src = src
    document.body.append(frame)
    await Promise.race([shown, after(3_000)])
  }
  const attempts: Attempt[] = []
  const note = async (what: string, outcome: Promise<string>): Promise<void> => {
    attempts.push([what, await outcome])
  }
  await note('fetch of the window', fetched(`${at.origin}/`, {}))
  await note('fetch of content', fetched(at.content, { credentials: 'include' }))
  await note(
    'unread fetch of content',
    fetched(at.content, { mode: 'no-cors' }).then((it) =>
      it === 'refused' || it === 'opaque' ? 'refused or opaque, and empty' : it,
    ),
  )
  await note('upload by fetch', fetched(`${at.origin}${at.upload}`, { method: 'POST', body: 'x' }))
  const form = document.createElement('form')
  form.action = `${at.origin}${at.upload}`
  form.method = 'post'
  form.target = 'nowhere'
  const target = document.createElement('iframe')
  target.name = 'nowhere'
  document.body.append(target, form)
  form.submit()
  await after(500)
  const socket = new WebSocket(`${at.origin.replace('http:', 'ws:')}${at.pipe}`)
  await note(
    'WebSocket',
    new Promise((resolve) => {
      socket.onopen = () => resolve('opened')
      socket.onerror = () => resolve('refused')
    }),
  )
  await framed(`${at.origin}/`)
  await framed(at.content)
  await note('content as picture', loaded('img', { src: at.content }))
  await note('content as script', loaded('script', { src: at.content }))
  await note('content as style sheet', loaded('link', { rel: 'stylesheet', href: at.content }))
  const opened = open(`${at.origin}/`)
  await after(1_000)
  attempts.push(['window opened from here', opened === null || opened.closed ? 'out of reach' : 'in reach'])
  return attempts
}
