import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { archivePath } from '../../src/main/places/archive-path.ts'
import type { HostClient } from '../../src/shared/ipc/client.ts'
import type { ArticleUid } from '../../src/shared/model/identity.ts'
import type { ImportReport } from '../../src/shared/model/job.ts'
import { aBrowserHost, aWindow, makeArchive, send } from '../support/a-browser-host.ts'
import { errorOf, valueOf } from '../support/value-of.ts'

// Long enough not to be taken for a placeholder.
const PICTURE = `data:image/png;base64,${Buffer.alloc(1500, 'picture').toString('base64')}`
const PAGE = `<!doctype html><html lang="fr"><title>L’eau</title><article><h1>L’eau</h1>
<p>${'Une phrase sur l’eau & la glace. '.repeat(20)}</p><p><img src="${PICTURE}" alt="x"></p>
<p>src="/blob/${'0'.repeat(64)}" is text. ${'Une autre phrase de la page. '.repeat(10)}</p></article></html>`

/** Imports a page and answers the only article's uid. */
async function importPage(client: HostClient, file: string): Promise<ArticleUid> {
  const path = join(dirname(file), 'page.html')
  writeFileSync(path, PAGE)
  const ended = new Promise<ImportReport>((resolve) => {
    client.on('job.changed', ({ state }) => {
      if (state.status === 'done') resolve(state.output as ImportReport)
    })
  })
  const input = {
    paths: [path],
    base: null,
    collection: [],
    tags: [],
    format: null,
    dryRun: false,
    report: 'all',
  } as const
  valueOf(await client.request('job.start', { kind: 'import.run', input }))
  return (await ended).items[0]?.uid ?? ('' as ArticleUid)
}

describe('the browser host', () => {
  it('says that no archive is open, makes one, and opens it again', async () => {
    const served = await aBrowserHost()
    const { client } = await aWindow(served)
    expect(valueOf(await client.request('host.archive', {}))).toEqual({
      status: 'none',
      file: served.file,
      warnings: [],
    })
    expect(errorOf(await client.request('archive.stats', {})).code).toBe('host/no-archive')
    await makeArchive(served, await aWindow(served))
    expect(valueOf(await client.request('host.archive', {}))).toMatchObject({ status: 'open', file: served.file })
    expect(valueOf(await client.request('archive.stats', {})).articles).toBe(0)
    await served.host.close()
    expect(existsSync(served.file)).toBe(true)
    expect(existsSync(`${served.file}-wal`)).toBe(false)
  })

  it('serves an article as a document, with its pictures, and its text unchanged', async () => {
    const served = await aBrowserHost()
    const window = await aWindow(served)
    await makeArchive(served, window)
    const uid = await importPage(window.client, served.file)
    const { contentBase } = valueOf(await window.client.request('host.capabilities', {}))
    const article = valueOf(await window.client.request('article.get', { uid, version: null }))
    const path = new URL(contentBase).pathname
    const page = await send(served, `${path}article/${uid}/1/1`)
    expect(page.status).toBe(200)
    expect(page.body).toContain('<html lang="fr" dir="ltr">')
    expect(page.headers['content-security-policy']).toContain("sandbox allow-same-origin; default-src 'none'")
    const picture = new RegExp(`<img [^>]*src="(${path}blob/[0-9a-f]{64})"`).exec(page.body)?.[1]
    expect(picture).toBeDefined()
    expect(await send(served, picture ?? '')).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } })
    expect(article.text).toContain(`src="/blob/${'0'.repeat(64)}" is text.`)
    expect(page.body).toContain(`src="/blob/${'0'.repeat(64)}" is text.`)
    const without = page.body.replace(picture ?? '', (picture ?? '').replace(path, '/'))
    expect(without).toContain(article.html)
  })

  it('shows an original under a secret of its own, to frames of an opaque origin alone', async () => {
    const served = await aBrowserHost()
    const window = await aWindow(served)
    await makeArchive(served, window)
    const uid = await importPage(window.client, served.file)
    const ask = () => window.client.request('host.openOriginal', { uid, version: null })
    const [one, other] = [new URL(valueOf(await ask()).url), new URL(valueOf(await ask()).url)]
    expect(one.pathname).toMatch(/^\/o\/[0-9a-f]{64}\/$/)
    expect(one.pathname).not.toBe(other.pathname)
    const opaque = { origin: 'null', 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }
    const page = await send(served, one.pathname, { headers: opaque })
    expect(page.body).toContain('<img src="r/0" alt="x">')
    expect(page.headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/) as string,
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': 'null',
    })
    expect(await send(served, `${one.pathname}r/0`, { headers: opaque })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/png', 'access-control-allow-origin': 'null' },
    })
    for (const path of [`${one.pathname}r/1`, `${one.pathname}r/00`, `${one.pathname}x`, `${one.pathname}../`]) {
      expect([path, (await send(served, path)).status]).toEqual([path, 404])
    }
    const none = { uid: 'none' as ArticleUid, version: null }
    expect(errorOf(await window.client.request('host.openOriginal', none)).code).toBe('archive/no-original')
  })

  it('opens addresses of the web and of mail outside, and no others', async () => {
    const served = await aBrowserHost()
    const { client } = await aWindow(served)
    for (const url of ['https://example.org/ü?a=b c', 'HTTP://example.org', 'mailto:a@example.org']) {
      valueOf(await client.request('host.openExternal', { url }))
    }
    expect(served.openedOutside).toEqual([
      'https://example.org/%C3%BC?a=b%20c',
      'http://example.org/',
      'mailto:a@example.org',
    ])
    for (const url of [
      'file:///etc/passwd',
      'javascript:x',
      'smb://x',
      '-a',
      '/etc',
      '',
      ' data:text/html,x',
      'ms-msdt:x',
    ]) {
      expect(errorOf(await client.request('host.openExternal', { url })).code).toBe('host/link-refused')
    }
    expect(served.openedOutside.length).toBe(3)
  })

  it('remembers settings and the archive between runs, and forgets what is set to null', async () => {
    const first = await aBrowserHost()
    const window = await aWindow(first)
    expect(valueOf(await window.client.request('host.settings', {}))).toEqual({})
    valueOf(await window.client.request('host.saveSettings', { settings: { theme: 'dark', widths: { list: 300 } } }))
    valueOf(await window.client.request('host.saveSettings', { settings: { theme: null, sort: ['a'] } }))
    await makeArchive(first, window)
    const again = await aBrowserHost()
    const { client } = await aWindow(again)
    expect(valueOf(await client.request('host.settings', {}))).toEqual({ widths: { list: 300 }, sort: ['a'] })
    expect(archivePath(undefined)).toBe(first.file)
    const large = { settings: { a: 'x'.repeat(200_000) } }
    expect(errorOf(await client.request('host.saveSettings', large)).code).toBe('ipc/bad-input')
  })

  it('has one archive open at a time, and keeps it when another cannot be opened', async () => {
    const served = await aBrowserHost()
    const window = await aWindow(served)
    const changes: string[] = []
    window.client.on('host.archiveChanged', ({ file }) => changes.push(file))
    await makeArchive(served, window)
    const other = `${served.file}.other.offprint`
    valueOf(await window.client.request('host.openArchive', { file: other, create: true }))
    expect(existsSync(`${served.file}-wal`)).toBe(false)
    writeFileSync(`${served.file}.txt`, 'my notes')
    const wrong = await window.client.request('host.openArchive', { file: `${served.file}.txt`, create: false })
    expect(errorOf(wrong).code).toBe('storage/not-an-archive')
    expect(valueOf(await window.client.request('host.archive', {}))).toMatchObject({ status: 'open', file: other })
    expect(changes).toEqual([served.file, other, other])
    const taken = await window.client.request('host.openArchive', { file: served.file, create: true })
    expect(errorOf(taken).code).toBe('storage/exists')
    const relative = await window.client.request('host.openArchive', { file: 'a.offprint', create: true })
    expect(errorOf(relative).code).toBe('storage/not-found')
  })
})
