import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runPreload } from '../support/electron/built-preload.ts'
import { anElectronApp, startMain, type TestApp } from '../support/electron/an-electron-app.ts'
import { tempDir } from '../support/temp-dir.ts'
import { errorOf, valueOf } from '../support/value-of.ts'

/** Makes an archive through the window. */
async function withArchive(app: TestApp, name = 'a.offprint'): Promise<string> {
  const file = join(app.home, name)
  valueOf(await app.client.request('host.openArchive', { file, create: true }))
  return file
}

/** Events of the host as they come. */
function heard(app: TestApp): [name: string, payload: unknown][] {
  const events: [string, unknown][] = []
  app.preload.bridge.onEvent((name, payload) => events.push([name, payload]))
  return events
}

describe('the desktop application, built, without Electron', () => {
  it('prepares before Electron is ready, and shows its window by its scheme afterwards', async () => {
    const app = await anElectronApp()
    const log = await app.log()
    const whats = log.map(({ what }) => what)
    const before = ['enableSandbox', 'schemes', 'crashReporter', 'protocol client', 'lock']
    expect(log.filter(({ ready }) => !ready).map(({ what }) => what)).toEqual(before)
    expect(whats.indexOf('protocol.handle')).toBeLessThan(whats.indexOf('loadURL'))
    expect(log.find(({ what }) => what === 'loadURL')?.details).toBe('app://bundle/')
    expect(log.find(({ what }) => what === 'crashReporter')?.details).toEqual({ uploadToServer: false })
    const page = await app.fetch('app://bundle/')
    expect(page.status).toBe(200)
    expect(Buffer.from(page.body).toString()).toContain('<div id="app">')
  })

  it('shows nothing of Electron to the page but one pipe and the way in for files', async () => {
    const app = await anElectronApp()
    expect(app.preload.exposed).toEqual(['offprint'])
    expect(app.preload.required).toEqual(['electron'])
    expect(Object.keys(app.preload.bridge).sort()).toEqual(['keepFile', 'onEvent', 'pathOf', 'request'])
    const events: unknown[][] = []
    app.preload.bridge.onEvent((...all: readonly unknown[]) => events.push([...all]))
    app.preload.receive('offprint:event', ['archive.changed', {}])
    expect(events).toEqual([['archive.changed', {}]])
    const file = { fakePath: '/home/me/page.html' }
    expect(app.preload.bridge.pathOf(file)).toBe('/home/me/page.html')
  })

  it('has at most 256 requests of a page under way, in the preload and again at the gate', async () => {
    const asked: (() => void)[] = []
    const { bridge } = runPreload(
      join(import.meta.dirname, '../../out/preload/index.cjs'),
      () => new Promise((resolve) => asked.push(() => resolve(null))),
    )
    const answers = Array.from({ length: 300 }, () => bridge.request('host.places', {}))
    await expect.poll(() => asked.length).toBe(256)
    for (const answer of asked) answer()
    await expect.poll(() => asked.length).toBe(300)
    for (const answer of asked) answer()
    expect((await Promise.all(answers)).length).toBe(300)

    const app = await anElectronApp()
    await app.order({ do: 'answer-dialog', answer: { never: true } })
    const args = ['host.choosePath', { purpose: 'folder', start: null }]
    const ask = { do: 'invoke', channel: 'offprint:request', args, sender: 'window' } as const
    for (let count = 0; count < 300; count++) void app.order(ask)
    expect((await app.log()).filter(({ what }) => what === 'open dialog').length).toBe(256)
  })

  it('closes the archive before it ends, and opens it again with the window where it was', async () => {
    const app = await anElectronApp()
    const file = await withArchive(app)
    expect(existsSync(`${file}-wal`)).toBe(true)
    valueOf(await app.client.request('host.saveSettings', { settings: { theme: 'dark' } }))
    await app.order({ do: 'close-window' }).catch(() => null)
    expect(await app.ended).toBe(0)
    expect(existsSync(`${file}-wal`)).toBe(false)

    const again = await anElectronApp({ home: app.home })
    expect(valueOf(await again.client.request('host.archive', {}))).toMatchObject({ status: 'open', file })
    const log = await again.log()
    expect(log.find(({ what }) => what === 'window')?.details).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 })
    expect(log.find(({ what }) => what === 'theme')?.details).toBe('dark')
  })

  it('opens what a second start was given, in the window that is there', async () => {
    const app = await anElectronApp()
    const first = await withArchive(app)
    const other = await withArchive(app, 'b.offprint')
    const events = heard(app)
    await app.order({ do: 'app', event: 'second-instance', args: [[], '/', { kind: 'archive', file: first }] })
    await expect.poll(() => events.map(([name]) => name)).toContain('host.archiveChanged')
    expect(valueOf(await app.client.request('host.archive', {}))).toMatchObject({ file: first })
    await app.order({ do: 'app', event: 'open-file', args: [other] })
    await expect.poll(async () => valueOf(await app.client.request('host.archive', {})).file).toBe(other)
    expect((await app.log()).map(({ what }) => what)).toContain('focus')

    writeFileSync(join(app.home, 'c.offprint'), 'not an archive')
    await app.order({ do: 'app', event: 'open-file', args: [join(app.home, 'c.offprint')] })
    await expect.poll(async () => (await app.log()).at(-2)?.what).toBe('message box')
    expect(valueOf(await app.client.request('host.archive', {}))).toMatchObject({ status: 'open', file: other })
  })

  it('opens the archive and the article of its own arguments; the article when the window listens', async () => {
    const first = await anElectronApp()
    const file = await withArchive(first)
    await first.order({ do: 'close-window' }).catch(() => null)
    await first.ended
    const app = await anElectronApp({ args: ['--some-switch', file] })
    await expect.poll(async () => valueOf(await app.client.request('host.archive', {})).file).toBe(file)

    const uid = '0198a1b2-0000-7000-8000-000000000001'
    const linked = await anElectronApp({ home: app.home, args: [`offprint://article/${uid}#x`] })
    const events = heard(linked)
    valueOf(await linked.client.request('host.archive', {}))
    expect(events.filter(([name]) => name === 'host.openArticle')).toEqual([])
    const mark = '0198a1b2-0000-7000-8000-000000000002'
    expect(valueOf(await linked.client.request('host.takeLink', {}))).toEqual({ uid, annotation: null })
    expect(valueOf(await linked.client.request('host.takeLink', {}))).toBeNull()
    await linked.order({ do: 'app', event: 'open-url', args: [`offprint://article/${uid}#${mark}`] })
    await expect.poll(() => events).toContainEqual(['host.openArticle', { uid, annotation: mark }])
  })

  it('leaves the work to the Offprint that runs', async () => {
    const { ended } = startMain({ environment: { FAKE_ELECTRON_RUNS: '1' } })
    expect(await ended).toBe(0)
  })

  it('opens the archive again when a process of the core dies, and says so', async () => {
    const app = await anElectronApp()
    await withArchive(app)
    const events = heard(app)
    await app.order({ do: 'pass-time', milliseconds: 11_000 })
    await app.order({ do: 'kill-core' })
    await expect
      .poll(() => events.filter(([name]) => name === 'host.connection'), { timeout: 20_000 })
      .toEqual([
        ['host.connection', { status: 'lost' }],
        ['host.connection', { status: 'back' }],
      ])
    expect(valueOf(await app.client.request('archive.stats', {})).articles).toBe(0)
  })

  it('says that the archive cannot be kept open when its core dies at once again', async () => {
    const app = await anElectronApp()
    await withArchive(app)
    await app.order({ do: 'kill-core' })
    await expect
      .poll(async () => valueOf(await app.client.request('host.archive', {})).status, { timeout: 20_000 })
      .toBe('none')
    expect(errorOf(await app.client.request('archive.stats', {})).code).toBe('host/core-stopped')
  })

  it('has the menu of the commands that the window says, and tells which one was chosen', async () => {
    const app = await anElectronApp()
    const items = [
      { id: 'search', label: 'Find & go', keys: 'Mod+F', enabled: true },
      { id: 'star', label: 'Star', keys: 'S', enabled: false },
    ]
    valueOf(await app.client.request('host.setMenu', { groups: [{ label: 'Go', items }] }))
    const menu = (await app.log()).findLast(({ what }) => what === 'menu')?.details as { label: string }[]
    expect(menu.find(({ label }) => label === 'Go')).toEqual({
      label: 'Go',
      submenu: [
        { id: 'search', label: 'Find && go', enabled: true, accelerator: 'CmdOrCtrl+F', registerAccelerator: false },
        { id: 'star', label: 'Star', enabled: false },
      ],
    })
    const events = heard(app)
    expect(await app.order({ do: 'menu', id: 'search' })).toBe(true)
    await expect.poll(() => events).toEqual([['host.command', { id: 'search' }]])
    await app.order({ do: 'menu', id: 'About Offprint' })
    await app.order({ do: 'menu', id: 'Show crash reports' })
    const log = await app.log()
    expect(log.find(({ what }) => what === 'message box')?.details).toMatchObject({ message: 'Offprint 1.2.3' })
    expect(log.find(({ what }) => what === 'openPath')?.details).toBe(join(app.home, 'paths/crashDumps'))
    expect(existsSync(join(app.home, 'paths/crashDumps'))).toBe(true)
  })

  it('chooses paths in the dialogs of the system', async () => {
    const app = await anElectronApp()
    const choose = async (purpose: 'open-archive' | 'new-archive' | 'folder') =>
      valueOf(await app.client.request('host.choosePath', { purpose, start: '/start' })).path
    expect(await choose('folder')).toBeNull()
    const answer = { canceled: false, filePaths: ['/chosen'], filePath: '/saved.offprint' }
    await app.order({ do: 'answer-dialog', answer })
    expect([await choose('folder'), await choose('open-archive'), await choose('new-archive')]).toEqual([
      '/chosen',
      '/chosen',
      '/saved.offprint',
    ])
    const asked = (await app.log()).filter(({ what }) => what.endsWith(' dialog')).map(({ details }) => details)
    expect(asked.slice(1)).toMatchObject([
      { defaultPath: '/start', properties: ['openDirectory', 'createDirectory'] },
      { properties: ['openFile'], filters: [{ extensions: ['offprint'] }] },
      { filters: [{ extensions: ['offprint'] }] },
    ])
  })

  it('outlives its window on a Mac: menu and dock still work, and bring a new one', async () => {
    const app = await anElectronApp({ environment: { FAKE_ELECTRON_PLATFORM: 'darwin' } })
    const windows = async () => (await app.log()).filter(({ what }) => what === 'loadURL').length
    const items = [{ id: 'import', label: 'Import', keys: null, enabled: true }]
    valueOf(await app.client.request('host.setMenu', { groups: [{ label: 'Go', items }] }))
    await app.order({ do: 'close-window' })
    await app.order({ do: 'menu', id: 'About Offprint' })
    expect((await app.log()).findLast(({ what }) => what === 'message box')?.details).toMatchObject({
      message: 'Offprint 1.2.3',
    })
    expect(await windows()).toBe(1)
    await app.order({ do: 'menu', id: 'import' })
    expect(await windows()).toBe(2)
    await app.order({ do: 'app', event: 'activate', args: [] })
    expect(await windows()).toBe(2)
    await app.order({ do: 'close-window' })
    await app.order({ do: 'app', event: 'activate', args: [] })
    expect(await windows()).toBe(3)
  })

  it('shows the window again when its page ended by itself and the person says so', async () => {
    const app = await anElectronApp()
    await app.order({ do: 'contents', event: 'render-process-gone', details: { reason: 'crashed' } })
    await expect.poll(async () => (await app.log()).map(({ what }) => what)).toContain('reload')
    await app.order({ do: 'answer-dialog', answer: { response: 1 } })
    await app.order({ do: 'contents', event: 'render-process-gone', details: { reason: 'oom' } })
    expect(await app.ended).toBe(0)
  })

  it('keeps files that lie nowhere in a private folder, under safe names, until they are forgotten', async () => {
    const app = await anElectronApp()
    const { keepFile } = app.preload.bridge
    const text = new TextEncoder().encode('A pasted text')
    const kept = (await keepFile('note: 1.txt', text, null)) as { ok: true; value: { folder: string; path: string } }
    expect(kept.value.path.startsWith(kept.value.folder)).toBe(true)
    expect(kept.value.path).toMatch(/note_ 1\.txt$/)
    const other = await keepFile('note: 1.txt', text, kept.value.folder)
    expect(other).toMatchObject({ ok: true, value: { folder: kept.value.folder } })
    for (const [name, bytes, folder] of [
      ['../../x', text, null],
      ['/etc/x', text, null],
      ['a.txt', 'text', null],
      ['a.txt', text, tempDir()],
    ] as const) {
      expect(await keepFile(name, bytes as Uint8Array, folder)).toMatchObject({ ok: false })
    }
    valueOf(await app.client.request('host.forgetUpload', { folder: kept.value.folder }))
    expect(existsSync(kept.value.folder)).toBe(false)
  })
})
