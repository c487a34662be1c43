import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anElectronApp, type TestApp } from '../support/electron/an-electron-app.ts'
import { anUpdateFeed, type UpdateFeed } from '../support/electron/an-update-feed.ts'
import { errorOf, valueOf } from '../support/value-of.ts'

const NEW = Buffer.from('#!/bin/sh\necho new\n')
const DEAD_END = { proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' }

/** Starts the program as packed by a release that named a feed; `answers` are the buttons of its two questions. */
async function start(feed: UpdateFeed, answers: readonly number[], updates = true): Promise<TestApp> {
  const app = await anElectronApp({ environment: feed.environment })
  if (updates) valueOf(await app.client.request('host.saveSettings', { settings: { updates } }))
  await app.order({ do: 'answer-dialog', answer: { responses: answers } })
  return app
}

const check = (app: TestApp) => app.client.request('host.checkForUpdates', {})

async function questions(app: TestApp): Promise<readonly string[]> {
  const boxes = (await app.log()).filter(({ what }) => what === 'message box')
  return boxes.map(({ details }) => (details as { message: string }).message)
}

/** What the update's session would do with a request now, and its proxy. */
async function passage(app: TestApp): Promise<unknown[]> {
  const load = (url: string) => app.order({ do: 'load', partition: 'electron-updater', url })
  const given = (await app.order({
    do: 'permission',
    partition: 'electron-updater',
    name: 'fullscreen',
    from: '',
  })) as unknown[]
  return [await load('https://updates.example.org/offprint/latest-linux.yml'), given.at(-1)]
}

describe('checking for updates', () => {
  it('asks nothing while it is switched off, whoever asks for it: no dialog, no session, no connection', async () => {
    const feed = await anUpdateFeed()
    feed.offer('9.9.9', NEW)
    const app = await start(feed, [1, 1], false)
    expect(errorOf(await check(app)).code).toBe('host/updates-off')
    valueOf(await app.client.request('host.saveSettings', { settings: { updates: null } }))
    expect(errorOf(await check(app)).code).toBe('host/updates-off')
    const foreign = { do: 'invoke', channel: 'offprint:request', args: ['host.checkForUpdates', {}] } as const
    for (const sender of ['sub-frame', 'foreign-page', 'foreign-contents', 'gone'] as const) {
      await expect(app.order({ ...foreign, sender })).rejects.toThrow('refused')
    }
    expect(await questions(app)).toEqual([])
    expect((await app.log()).filter(({ what }) => what === 'net' || what === 'session')).toEqual([
      { what: 'session', ready: true, details: 'offprint' },
      { what: 'session', ready: true, details: '' },
    ])
    expect(feed.asked).toEqual([])
  })

  it('asks the person first, and nobody when the person says no', async () => {
    const feed = await anUpdateFeed()
    const app = await start(feed, [0])
    expect(valueOf(await check(app))).toEqual({ status: 'left' })
    expect(await questions(app)).toEqual(['Ask updates.example.org whether there is a newer Offprint?'])
    expect(feed.asked).toEqual([])
  })

  it('says that this is the newest, having said nothing of this computer', async () => {
    const feed = await anUpdateFeed()
    feed.offer('1.2.3', NEW)
    const app = await start(feed, [1])
    expect(valueOf(await check(app))).toEqual({ status: 'newest', version: '1.2.3' })
    expect(feed.asked.map(({ path }) => path)).toEqual(['/offprint/latest-linux.yml'])
    const { host, connection, ...said } = feed.asked[0]?.headers ?? {}
    expect([typeof host, typeof connection]).toEqual(['string', 'string'])
    expect(said).toEqual({ 'cache-control': 'no-cache', 'user-agent': 'Offprint' })
    expect(globSync('**/.updaterId', { cwd: app.home })).toEqual([])
    // The way is closed again.
    expect(await passage(app)).toEqual([{ cancel: true }, DEAD_END])
  })

  it('downloads on a second yes alone, checks the file, and puts it in place when the program ends', async () => {
    const feed = await anUpdateFeed()
    feed.offer('1.3.0', NEW)
    const app = await start(feed, [1, 0])
    expect(valueOf(await check(app))).toEqual({ status: 'left' })
    expect(feed.asked.length).toBe(1)
    await app.order({ do: 'answer-dialog', answer: { responses: [1, 1] } })
    const told: unknown[] = []
    app.preload.bridge.onEvent((name, progress) => name === 'host.updateProgress' && told.push(progress))
    expect(valueOf(await check(app))).toEqual({ status: 'waiting', version: '1.3.0' })
    expect((await questions(app)).at(-1)).toBe('Offprint 1.3.0 is there. Download it?')
    expect(told[0]).toEqual({ step: 'asking', host: 'updates.example.org' })
    expect(told.at(-1)).toEqual({ step: 'downloading', version: '1.3.0', share: 1 })
    const asked = feed.asked.length
    // It is there: asking again asks nobody.
    expect(valueOf(await check(app))).toEqual({ status: 'waiting', version: '1.3.0' })
    expect(feed.asked.length).toBe(asked)
    expect(await passage(app)).toEqual([{ cancel: true }, DEAD_END])
    expect(readFileSync(feed.appImage, 'utf8')).toContain('old')
    await app.order({ do: 'close-window' }).catch(() => null)
    expect(await app.ended).toBe(0)
    expect(readFileSync(feed.appImage, 'utf8')).toContain('new')
  })

  it('refuses a file that is not what the feed says, and one that lies elsewhere', async () => {
    const feed = await anUpdateFeed()
    feed.offer('1.3.0', NEW, Buffer.alloc(64).toString('base64'))
    const app = await start(feed, [1, 1])
    expect(errorOf(await check(app)).code).toBe('host/update-refused')
    expect(globSync('**/*.AppImage', { cwd: join(app.home, 'offprint-updater') })).toEqual([])
    feed.files.set('/offprint/offprint-1.3.0-linux-x86_64.AppImage', 'https://elsewhere.example/x.AppImage')
    await app.order({ do: 'answer-dialog', answer: { responses: [1, 1] } })
    expect(errorOf(await check(app))).toMatchObject({ code: 'host/update-failed' })
    const reached = (await app.log()).filter(({ what }) => what === 'net').map(({ details }) => JSON.stringify(details))
    expect(reached.filter((one) => one.includes('elsewhere'))).toEqual([])
    await app.order({ do: 'close-window' }).catch(() => null)
    await app.ended
    expect(readFileSync(feed.appImage, 'utf8')).toContain('old')
  })

  it('says that a server is not reached, or answers with something else', async () => {
    const feed = await anUpdateFeed()
    const offline = await start({ ...feed, environment: { ...feed.environment, FAKE_ELECTRON_NET: '' } }, [1])
    expect(errorOf(await check(offline))).toEqual({
      code: 'host/update-offline',
      details: { host: 'updates.example.org' },
    })
    const app = await start(feed, [1])
    expect(errorOf(await check(app)).code).toBe('host/update-failed')
    feed.files.set('/offprint/latest-linux.yml', 'version: no version\n')
    await app.order({ do: 'answer-dialog', answer: { responses: [1] } })
    expect(errorOf(await check(app)).code).toBe('host/update-failed')
  })

  it('says where a package cannot replace itself, or knows no server by https, and asks nobody', async () => {
    for (const config of [
      '',
      'provider: generic\nurl: http://updates.example.org/\n',
      'provider: github\nowner: x\n',
    ]) {
      const feed = await anUpdateFeed(config)
      expect(valueOf(await check(await start(feed, [1, 1])))).toEqual({ status: 'no-feed', home: null })
      expect(feed.asked).toEqual([])
    }
    const feed = await anUpdateFeed()
    const environment = { ...feed.environment, APPIMAGE: undefined }
    const unpacked = await start({ ...feed, environment }, [1, 1])
    expect(valueOf(await check(unpacked))).toEqual({ status: 'fixed', kind: 'unpacked', home: null })
    expect(await questions(unpacked)).toEqual([])
    expect(existsSync(join(unpacked.home, 'offprint-updater'))).toBe(false)
  })
})
