import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ELECTRON_CHANNELS } from '../../src/shared/ipc/electron-channels.ts'
import { anElectronApp } from '../support/electron/an-electron-app.ts'
import type { FakeSender } from '../support/electron/protocol.ts'
import { errorOf, valueOf } from '../support/value-of.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The sources that run in Electron's main process or beside the page. */
function shellSources(): readonly (readonly [name: string, text: string])[] {
  const files = globSync(['src/main/hosts/**/*.ts', 'src/main/index.ts', 'src/preload/*.ts'], { cwd: ROOT })
  expect(files.length).toBeGreaterThan(20)
  return files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')])
}

/** Every permission that Electron's types know. */
function permissionNames(): readonly string[] {
  const types = readFileSync(join(ROOT, 'node_modules/electron/electron.d.ts'), 'utf8')
  const [, list = ''] =
    /setPermissionCheckHandler\(handler: \(\(webContents: [^,]+, permission: ([^,]+),/.exec(types) ?? []
  return [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name)
}

// In the order of https://www.electronjs.org/docs/latest/tutorial/security.
describe('the checklist of Electron', () => {
  it('1 Only load secure content: every session loads from this computer alone', async () => {
    const app = await anElectronApp()
    const log = await app.log()
    expect(log.filter(({ what }) => what === 'loadURL').map(({ details }) => details)).toEqual(['app://bundle/'])
    await app.order({ do: 'make-session', partition: 'one-more' })
    for (const partition of ['', 'offprint', 'one-more']) {
      const is = (url: string) => app.order({ do: 'load', partition, url })
      for (const url of [
        'http://example.org/',
        'https://example.org/a.png',
        'ws://127.0.0.1:1/',
        'ftp://x/',
        'file:///etc/passwd',
        'nonsense',
      ]) {
        expect([url, await is(url)]).toEqual([url, { cancel: true }])
      }
      for (const url of ['app://bundle/', 'data:image/png;base64,AA', 'blob:app://bundle/1']) {
        expect([url, await is(url)]).toEqual([url, { cancel: false }])
      }
    }
  })

  it('2, 3, 4, 11 No Node, isolation of worlds, sandbox, no webview: the one list of every window', async () => {
    const app = await anElectronApp()
    const made = (await app.log()).filter(({ what }) => what === 'window')
    const { webPreferences } = made[0]?.details as { webPreferences: Record<string, unknown> }
    expect(made.length).toBe(1)
    expect(webPreferences).toEqual({
      partition: 'offprint',
      preload: join(ROOT, 'out/preload/index.cjs'),
      devTools: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    })
    expect((await app.log()).find(({ what }) => what === 'enableSandbox')?.ready).toBe(false)
    const makers = shellSources().filter(([, text]) => text.includes('new BrowserWindow('))
    expect(makers.map(([file]) => file)).toEqual(['src/main/hosts/electron/window.ts'])
  })

  it('5 Every permission, device and screen is refused, but copying and filling the screen from the window', async () => {
    const app = await anElectronApp()
    await app.order({ do: 'make-session', partition: 'one-more' })
    const names = permissionNames()
    expect(names.length).toBeGreaterThan(40)
    const allowed = ['clipboard-sanitized-write', 'fullscreen']
    const proxy = { proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' }
    for (const partition of ['', 'offprint', 'one-more']) {
      for (const name of [...names, 'a-new-one']) {
        const ours = await app.order({ do: 'permission', partition, name, from: 'app://bundle/' })
        const may = allowed.includes(name)
        expect([name, ours]).toEqual([name, [may, may, false, false, proxy]])
        const foreign = await app.order({ do: 'permission', partition, name, from: 'app://bundle@example.org/' })
        expect([name, foreign]).toEqual([name, [false, false, false, false, proxy]])
      }
    }
  })

  it('6, 8, 9, 10, 18 Nothing is switched off or tried out, and no file is loaded as a page', () => {
    const never =
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|BlinkFeatures|allowpopups|loadFile|file:\/\/|bypassCSP|corsEnabled|allowServiceWorkers|no-sandbox|executeJavaScript|insertCSS|\bremote\b/
    const found = shellSources().filter(([file, text]) => !file.includes('/browser/') && never.test(text))
    expect(found.map(([file]) => file)).toEqual([])
  })

  it('7 The window has a policy that allows its own files alone', async () => {
    const app = await anElectronApp()
    const { headers } = await app.fetch('app://bundle/')
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).toContain("connect-src 'self';")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    for (const url of [
      'app://other/',
      'app://bundle:80/',
      'app://user@bundle/',
      'app://bundle/../../package.json',
      'app://bundle/%2e%2e/%2e%2e/etc/passwd',
    ]) {
      expect([url, (await app.fetch(url).catch(() => ({ status: 404 }))).status]).toEqual([url, 404])
    }
  })

  it('12 No webview is ever attached', async () => {
    const app = await anElectronApp()
    expect(await app.order({ do: 'contents', event: 'will-attach-webview', details: {} })).toBe(true)
  })

  it('13 The window goes nowhere, and frames only to articles and originals', async () => {
    const app = await anElectronApp()
    const isPrevented = (event: string, url: string, isMainFrame: boolean) =>
      app.order({ do: 'contents', event, details: { url, isMainFrame } })
    const hostile = [
      'https://example.org/',
      'http://127.0.0.1:9/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      'blob:app://bundle/1',
      'about:blank',
      'app://bundle.example.org/c/x',
      'app://user@bundle/c/x',
      'app://other/c/x',
      'APP:bundle/c/x',
      'view-source:app://bundle/c/x',
      'app://bundle/../assets/x',
      '',
    ]
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      for (const url of hostile) expect([url, await isPrevented(event, url, true)]).toEqual([url, true])
      expect(await isPrevented(event, 'app://bundle/c/x', true)).toBe(true)
      expect(await isPrevented(event, 'app://bundle/', true)).toBe(false)
    }
    for (const url of hostile) expect([url, await isPrevented('will-frame-navigate', url, false)]).toEqual([url, true])
    expect(await isPrevented('will-frame-navigate', 'app://bundle/', false)).toBe(true)
    expect(await isPrevented('will-frame-navigate', 'app://bundle/c/x', false)).toBe(false)
    expect(await isPrevented('will-frame-navigate', 'app://bundle/o/x/', false)).toBe(false)
  })

  it('14 No window is opened; where a link would lead is shown, and opened when the person says so', async () => {
    const app = await anElectronApp()
    const open = (url: string) => app.order({ do: 'window-open', url })
    const opened = async () =>
      (await app.log()).filter(({ what }) => what === 'openExternal').map(({ details }) => details)
    for (const url of ['https://example.org/a', 'file:///etc/passwd', 'app://bundle/', 'about:blank']) {
      expect(await open(url)).toEqual({ action: 'deny' })
    }
    const asked = (await app.log()).filter(({ what }) => what === 'message box')
    expect(asked.map(({ details }) => details)).toMatchObject([
      { message: 'Open example.org in your browser?', detail: 'https://example.org/a', defaultId: 0 },
    ])
    expect(await opened()).toEqual([])
    await app.order({ do: 'answer-dialog', answer: { response: 1 } })
    await open('https://example.org/b')
    await expect.poll(opened).toEqual(['https://example.org/b'])
  })

  it('15 Only addresses of the web and of mail are opened outside, whatever is asked', async () => {
    const app = await anElectronApp()
    await app.order({ do: 'answer-dialog', answer: { response: 1 } })
    const schemes = ['file', 'javascript', 'smb', 'ms-msdt', 'vbscript', 'data', 'app', 'offprint', 'search-ms', 'x']
    const url = fc
      .tuple(fc.constantFrom(...schemes), fc.string({ maxLength: 30 }))
      .map(([scheme, rest]) => `${scheme}:${rest}`)
    await fc.assert(
      fc.asyncProperty(fc.oneof(url, fc.string({ maxLength: 40 })), async (asked) => {
        const answer = await app.client.request('host.openExternal', { url: asked })
        expect(answer.ok).toBe(/^\s*(?:https?|mailto):/i.test(asked) && answer.ok)
      }),
      { numRuns: 300 },
    )
    const long = await app.client.request('host.openExternal', { url: `https://example.org/${'a'.repeat(2_100)}` })
    expect(errorOf(long).code).toBe('ipc/bad-input')
    valueOf(await app.client.request('host.openExternal', { url: 'https://example.org/a b' }))
    const opened = (await app.log()).filter(({ what }) => what === 'openExternal').map(({ details }) => String(details))
    expect(opened.at(-1)).toBe('https://example.org/a%20b')
    expect(opened.filter((address) => !/^(?:https?:\/\/|mailto:)/.test(address))).toEqual([])
    const openers = shellSources().filter(([, text]) => text.includes('shell.openExternal('))
    expect(openers.map(([file]) => file)).toEqual(['src/main/hosts/electron/dialogs.ts'])
  })

  it('15 Where a link leads is confirmed outside the window too, once for a site', async () => {
    const app = await anElectronApp()
    const open = (url: string) => app.client.request('host.openExternal', { url })
    const done = async (what: string) => (await app.log()).filter((entry) => entry.what === what)
    valueOf(await open('https://example.org/a'))
    expect((await done('message box')).map(({ details }) => details)).toMatchObject([
      { message: 'Open example.org in your browser?', detail: 'https://example.org/a', defaultId: 0, cancelId: 0 },
    ])
    expect(await done('openExternal')).toEqual([])
    await app.order({ do: 'answer-dialog', answer: { response: 1 } })
    for (const url of ['https://example.org/a', 'https://example.org/b', 'http://example.org/', 'mailto:a@x.org']) {
      valueOf(await open(url))
    }
    expect((await done('openExternal')).length).toBe(4)
    expect((await done('message box')).length).toBe(4)
  })

  it('16 Electron is one of the three majors that are cared for', () => {
    const load = createRequire(import.meta.url)
    // Renewed with every update of the browsers that the window is built for; pre-releases count as the next major.
    const known = load('electron-to-chromium/versions.js') as Record<string, string>
    const newest = Math.max(...Object.keys(known).map((version) => Number.parseInt(version, 10)))
    const { version } = load('electron/package.json') as { version: string }
    const major = Number.parseInt(version, 10)
    expect(newest).toBeGreaterThanOrEqual(major)
    expect(newest - major).toBeLessThanOrEqual(2)
  })

  it('17 Only the top frame of the window itself is answered', async () => {
    const app = await anElectronApp()
    const ask = (sender: FakeSender, channel: string, ...args: readonly unknown[]) =>
      app.order({ do: 'invoke', channel, args, sender })
    expect(await ask('window', ELECTRON_CHANNELS.request, 'host.places', {})).toMatchObject({ ok: true })
    for (const sender of ['sub-frame', 'foreign-page', 'foreign-contents', 'gone'] as const) {
      await expect(ask(sender, ELECTRON_CHANNELS.request, 'host.places', {})).rejects.toThrow('refused')
      await expect(ask(sender, ELECTRON_CHANNELS.keepFile, 'a.txt', new Uint8Array(1), null)).rejects.toThrow('refused')
    }
    for (const name of [null, 7, {}, 'toString', '__proto__', 'thread.close', 'content.part']) {
      expect(await ask('window', ELECTRON_CHANNELS.request, name, {})).toMatchObject({ ok: false })
    }
    const handled = (await app.log()).filter(({ what }) => what === 'handle').map(({ details }) => details)
    expect(handled).toEqual([ELECTRON_CHANNELS.request, ELECTRON_CHANNELS.keepFile])
  })

  it('20 The page gets functions of ours alone: the preload names no other part of Electron', () => {
    const preload = readFileSync(join(ROOT, 'out/preload/index.cjs'), 'utf8')
    expect(preload.match(/exposeInMainWorld\(/g)?.length).toBe(1)
    expect(preload).not.toMatch(/^import |sendSync|sendToHost|postMessage|process\./m)
  })

  it('Downloads are what the window itself made, and nothing else', async () => {
    const app = await anElectronApp()
    expect(await app.order({ do: 'download', url: 'blob:app://bundle/1-2' })).toBe(false)
    for (const url of [
      'https://example.org/a.exe',
      'app://bundle/c/x',
      'data:text/plain,x',
      'blob:https://example.org/1',
    ]) {
      expect([url, await app.order({ do: 'download', url })]).toEqual([url, true])
    }
  })
})
