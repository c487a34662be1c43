import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { HostClient } from '../../src/shared/ipc/client.ts'
import type { ArticleUid } from '../../src/shared/model/identity.ts'
import type { ImportReport } from '../../src/shared/model/job.ts'
import { errorOf, valueOf } from './value-of.ts'
import { plainImport } from './plain-import.ts'

/** A host with one window, whatever carries its requests. */
export interface HostUnderTest {
  readonly client: HostClient
  /** An archive's path in a folder of the test, where the host would make one. */
  readonly file: string
  /** What one of the host's addresses answers, as a frame or picture asks for it. */
  readonly get: (address: string, headers?: Record<string, string>) => Promise<HostAnswer>
  /** Addresses that were opened outside. */
  readonly openedOutside: () => Promise<readonly string[]>
  /** Ends it in order. */
  readonly close: () => Promise<void>
  /** Another run on the same computer. */
  readonly again: () => Promise<HostUnderTest>
}

/** What an address answered. */
export interface HostAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

// Long enough not to be taken for a placeholder.
const PICTURE = `data:image/png;base64,${Buffer.alloc(1500, 'picture').toString('base64')}`
const PAGE = `<!doctype html><html lang="fr"><title>L’eau</title><article><h1>L’eau</h1>
<p>${'Une phrase sur l’eau & la glace. '.repeat(20)}</p><p><img src="${PICTURE}" alt="x"></p>
<p>src="/blob/${'0'.repeat(64)}" is text. ${'Une autre phrase de la page. '.repeat(10)}</p></article></html>`

/** Imports a page and answers the only article's uid. */
export async function importPage(client: HostClient, file: string): Promise<ArticleUid> {
  const path = join(dirname(file), 'page.html')
  writeFileSync(path, PAGE)
  const ended = new Promise<ImportReport>((resolve) => {
    client.on('job.changed', ({ state }) => {
      if (state.status === 'done') resolve(state.output as ImportReport)
    })
  })
  const input = plainImport(path, 'all')
  valueOf(await client.request('job.start', { kind: 'import.run', input }))
  return (await ended).items[0]?.uid ?? ('' as ArticleUid)
}

/** What every host promises to the interface; `start` gives one with nothing open, ended when the test ends. */
export function describeHost(name: string, start: () => Promise<HostUnderTest>): void {
  describe(name, () => {
    it('says that no archive is open, makes one, and opens it again', async () => {
      const served = await start()
      const { client } = served
      expect(valueOf(await client.request('host.archive', {}))).toEqual({
        status: 'none',
        file: served.file,
        warnings: [],
      })
      expect(errorOf(await client.request('archive.stats', {})).code).toBe('host/no-archive')
      await makeArchive(served)
      expect(valueOf(await client.request('host.archive', {}))).toMatchObject({ status: 'open', file: served.file })
      expect(valueOf(await client.request('archive.stats', {})).articles).toBe(0)
      await served.close()
      expect(existsSync(served.file)).toBe(true)
      expect(existsSync(`${served.file}-wal`)).toBe(false)
    })

    it('serves an article as a document, with its pictures, and its text unchanged', async () => {
      const served = await start()
      await makeArchive(served)
      const uid = await importPage(served.client, served.file)
      const { contentBase } = valueOf(await served.client.request('host.capabilities', {}))
      const article = valueOf(await served.client.request('article.get', { uid, version: null }))
      const path = new URL(contentBase).pathname
      const page = await served.get(`${contentBase}article/${uid}/1/1`)
      expect(page.status).toBe(200)
      expect(page.body).toContain('<html lang="fr" dir="ltr">')
      expect(page.headers['content-security-policy']).toContain("sandbox allow-same-origin; default-src 'none'")
      const picture = new RegExp(`<img [^>]*src="(${path}blob/[0-9a-f]{64})"`).exec(page.body)?.[1]
      expect(picture).toBeDefined()
      expect(await served.get(new URL(picture ?? '', contentBase).href)).toMatchObject({
        status: 200,
        headers: { 'content-type': 'image/png' },
      })
      expect(article.text).toContain(`src="/blob/${'0'.repeat(64)}" is text.`)
      expect(page.body).toContain(`src="/blob/${'0'.repeat(64)}" is text.`)
      const without = page.body.replace(picture ?? '', (picture ?? '').replace(path, '/'))
      expect(without).toContain(article.html)
      const file = await served.get(`${contentBase}markdown/${uid}`)
      expect(file.headers).toMatchObject({ 'content-type': 'text/markdown; charset=utf-8' })
      expect(file.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+\.md$/)
      expect(file.body).toContain('is text')
      expect(
        (await served.get(`${contentBase}markdown/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`)).status,
      ).toBe(404)
    })

    it('shows an original under a secret of its own, to frames of an opaque origin alone', async () => {
      const served = await start()
      await makeArchive(served)
      const uid = await importPage(served.client, served.file)
      const ask = () => served.client.request('host.openOriginal', { uid, version: null })
      const [one, other] = [new URL(valueOf(await ask()).url), new URL(valueOf(await ask()).url)]
      expect(one.pathname).toMatch(/^\/o\/[0-9a-f]{64}\/$/)
      expect(one.pathname).not.toBe(other.pathname)
      const opaque = { origin: 'null', 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }
      const page = await served.get(one.href, opaque)
      expect(page.body).toContain('<img src="r/0" alt="x">')
      expect(page.headers).toMatchObject({
        'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/) as string,
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': 'null',
      })
      expect(await served.get(`${one.href}r/0`, opaque)).toMatchObject({
        status: 200,
        headers: { 'content-type': 'image/png', 'access-control-allow-origin': 'null' },
      })
      for (const path of ['r/1', 'r/00', 'x', '../']) {
        expect([path, (await served.get(`${one.href}${path}`)).status]).toEqual([path, 404])
      }
      const none = { uid: 'none' as ArticleUid, version: null }
      expect(errorOf(await served.client.request('host.openOriginal', none)).code).toBe('archive/no-original')
    })

    it('opens addresses of the web and of mail outside, and no others', async () => {
      const served = await start()
      const { client } = served
      for (const url of ['https://example.org/ü?a=b c', 'HTTP://example.org', 'mailto:a@example.org']) {
        valueOf(await client.request('host.openExternal', { url }))
      }
      expect(await served.openedOutside()).toEqual([
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
      expect((await served.openedOutside()).length).toBe(3)
    })

    it('remembers settings and the archive between runs, and forgets what is set to null', async () => {
      const first = await start()
      expect(valueOf(await first.client.request('host.settings', {}))).toEqual({})
      valueOf(await first.client.request('host.saveSettings', { settings: { theme: 'dark', widths: { list: 300 } } }))
      valueOf(await first.client.request('host.saveSettings', { settings: { theme: null, sort: ['a'] } }))
      await makeArchive(first)
      await first.close()
      const { client } = await first.again()
      expect(valueOf(await client.request('host.settings', {}))).toEqual({ widths: { list: 300 }, sort: ['a'] })
      expect(valueOf(await client.request('host.archive', {})).file).toBe(first.file)
      const large = { settings: { a: 'x'.repeat(200_000) } }
      expect(errorOf(await client.request('host.saveSettings', large)).code).toBe('ipc/bad-input')
    })

    it('has one archive open at a time, and keeps it when another cannot be opened', async () => {
      const served = await start()
      const changes: string[] = []
      served.client.on('host.archiveChanged', ({ file }) => changes.push(file))
      await makeArchive(served)
      const other = `${served.file}.other.offprint`
      valueOf(await served.client.request('host.openArchive', { file: other, create: true }))
      expect(existsSync(`${served.file}-wal`)).toBe(false)
      writeFileSync(`${served.file}.txt`, 'my notes')
      const wrong = await served.client.request('host.openArchive', { file: `${served.file}.txt`, create: false })
      expect(errorOf(wrong).code).toBe('storage/not-an-archive')
      expect(valueOf(await served.client.request('host.archive', {}))).toMatchObject({ status: 'open', file: other })
      expect(changes).toEqual([served.file, other, other])
      const taken = await served.client.request('host.openArchive', { file: served.file, create: true })
      expect(errorOf(taken).code).toBe('storage/exists')
      const relative = await served.client.request('host.openArchive', { file: 'a.offprint', create: true })
      expect(errorOf(relative).code).toBe('storage/not-found')
    })
  })
}

/** Makes a new archive through the window. */
async function makeArchive({ client, file }: HostUnderTest): Promise<void> {
  valueOf(await client.request('host.openArchive', { file, create: true }))
}
