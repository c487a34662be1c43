import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { dirname, join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openScratch } from '../../src/main/hosts/scratch.ts'
import { uploadPath } from '../../src/main/hosts/upload-path.ts'
import type { UploadedFiles } from '../../src/shared/ipc/browser-pipe.ts'
import type { Result } from '../../src/shared/result.ts'
import { aBrowserHost, aWindow, send, type RawAnswer, type TestHost } from '../support/a-browser-host.ts'
import { tempDir } from '../support/temp-dir.ts'
import { errorOf, valueOf } from '../support/value-of.ts'

interface Giving {
  readonly served: TestHost
  readonly session: string
}

function upload({ served, session }: Giving, path: string, more: Record<string, string> = {}): Promise<RawAnswer> {
  const headers = {
    origin: served.origin,
    'content-type': 'application/octet-stream',
    'x-offprint-session': session,
    'x-offprint-path': encodeURIComponent(path),
    ...more,
  }
  return send(served, '/upload', { method: 'POST', headers, body: `content of ${path}` })
}

async function uploaded(
  giving: Giving,
  path: string,
  folder?: string,
): Promise<{ readonly folder: string; readonly path: string | null | undefined }> {
  const more = folder === undefined ? undefined : { 'x-offprint-folder': encodeURIComponent(folder) }
  const { status, body } = await upload(giving, path, more)
  expect(status).toBe(200)
  const { folder: into, paths } = valueOf(JSON.parse(body) as Result<UploadedFiles>)
  return { folder: into, path: paths[0] }
}

interface ListedFile {
  readonly path: string
  readonly content: string
  /** Bytes that the list says, where they are not those of the content. */
  readonly size?: number
}

/** Sends many files in one request, with anything at the end of it. */
function sendParcel({ served, session }: Giving, files: readonly ListedFile[], end = ''): Promise<RawAnswer> {
  const list = files.map(({ path, content, size = Buffer.byteLength(content) }) => ({ path, modified: 1e12, size }))
  const json = Buffer.from(JSON.stringify(list))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.length)
  const body = Buffer.concat([length, json, ...files.map(({ content }) => Buffer.from(content)), Buffer.from(end)])
  const headers = {
    origin: served.origin,
    'content-type': 'application/x-offprint-parcel',
    'x-offprint-session': session,
  }
  return send(served, '/upload', { method: 'POST', headers, body })
}

describe('files given to the browser host', () => {
  it('lie under their relative paths in a private folder, and are forgotten when told', async () => {
    const served = await aBrowserHost()
    const { client, session } = await aWindow(served)
    const giving = { served, session }
    const first = await uploaded(giving, 'News/2024/März.html')
    const { folder } = first
    expect(first.path).toBe(join(folder, 'News'))
    expect(readFileSync(join(folder, 'News/2024/März.html'), 'utf8')).toBe('content of News/2024/März.html')
    expect((await uploaded(giving, 'a.txt', folder)).path).toBe(join(folder, 'a.txt'))
    expect((await uploaded(giving, 'a.txt', folder)).path).toBe(join(folder, 'a (2).txt'))
    expect(statSync(folder).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'a.txt')).mode & 0o077).toBe(0)

    for (const other of [dirname(folder), join(folder, 'News'), served.file, '/']) {
      expect(errorOf(await client.request('host.forgetUpload', { folder: other })).code).toBe('host/upload-not-found')
    }
    expect(existsSync(folder)).toBe(true)
    valueOf(await client.request('host.forgetUpload', { folder }))
    expect(existsSync(folder)).toBe(false)
  })

  it('never leave their folder', async () => {
    const served = await aBrowserHost()
    const { session } = await aWindow(served)
    const paths = [
      '../a',
      'a/../../b',
      '/etc/passwd',
      'a//b',
      'a/./b',
      '..\\a',
      'a\\..\\..\\b',
      '\\\\server\\share',
      '',
      '.',
      'a/',
    ]
    for (const path of paths) {
      expect([path, (await uploaded({ served, session }, path)).path]).toEqual([path, null])
      expect(uploadPath(path)).toBeNull()
    }
    expect(uploadPath('C:\\Windows\\a\u0000.txt')).toEqual(['C_', 'Windows', 'a_.txt'])
    expect(uploadPath('con/nul.txt/ends. .')).toEqual(['_co', '_nul.tx', 'ends___'])
    expect(uploadPath('a/'.repeat(64) + 'a')).toBeNull()
    expect(uploadPath('a'.repeat(256))).toBeNull()
    expect(uploadPath('\ud800')).toBeNull()
    const folder = join(tempDir(), 'elsewhere')
    const other = await upload({ served, session }, 'a.txt', { 'x-offprint-folder': encodeURIComponent(folder) })
    expect(errorOf(JSON.parse(other.body) as Result<unknown>).code).toBe('host/upload-not-found')
    expect(existsSync(folder)).toBe(false)
  })

  it('come many in one request, and one whose name cannot stand takes only itself out', async () => {
    const served = await aBrowserHost()
    const { session } = await aWindow(served)
    const answer = await sendParcel({ served, session }, [
      { path: 'News/März.html', content: 'first ä' },
      { path: '../out.txt', content: 'out' },
      { path: 'News/März.html/under-a-file.txt', content: 'no folder' },
      { path: 'empty.txt', content: '' },
      { path: 'a.txt', content: 'last' },
    ])
    const { folder, paths } = valueOf(JSON.parse(answer.body) as Result<UploadedFiles>)
    expect(paths).toEqual([join(folder, 'News'), null, null, join(folder, 'empty.txt'), join(folder, 'a.txt')])
    expect(readFileSync(join(folder, 'News/März.html'), 'utf8')).toBe('first ä')
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('last')
    expect(statSync(join(folder, 'a.txt')).mtimeMs).toBe(1e12)
    expect(readdirSync(folder).toSorted()).toEqual(['News', 'a.txt', 'empty.txt'])
    expect(existsSync(join(dirname(folder), 'out.txt'))).toBe(false)
  })

  it('are refused as a whole when the list and the bytes do not agree, or are too many', async () => {
    const served = await aBrowserHost()
    const giving = { served, session: (await aWindow(served)).session }
    const file = { path: 'a.txt', content: 'ten bytes.' }
    expect((await sendParcel(giving, [{ ...file, size: 9 }])).status).toBe(400)
    expect((await sendParcel(giving, [{ ...file, size: 11 }])).status).toBe(400)
    expect((await sendParcel(giving, [{ ...file, size: -1 }])).status).toBe(400)
    expect((await sendParcel(giving, [file], 'more')).status).toBe(400)
    expect(
      (
        await sendParcel(
          giving,
          Array.from({ length: 513 }, () => file),
        )
      ).status,
    ).toBe(400)
    expect((await sendParcel({ ...giving, session: '' }, [file])).status).toBe(401)
    expect((await sendParcel(giving, [file])).status).toBe(200)
  })

  it('are taken from known windows of our origin alone', async () => {
    const served = await aBrowserHost()
    const { session } = await aWindow(served)
    expect((await upload({ served, session: '' }, 'a.txt')).status).toBe(401)
    expect((await upload({ served, session: 'a'.repeat(64) }, 'a.txt')).status).toBe(401)
    expect((await upload({ served, session }, 'a.txt', { origin: 'http://evil.test' })).status).toBe(403)
    expect((await upload({ served, session }, 'a.txt', { 'sec-fetch-site': 'same-site' })).status).toBe(403)
    const form = { 'content-type': 'multipart/form-data' }
    expect((await upload({ served, session }, 'a.txt', form)).status).toBe(400)
    expect((await upload({ served, session }, 'a.txt', { 'x-offprint-path': '%zz' })).status).toBe(400)
  })

  it('leave nothing half-written when the window goes away', async () => {
    const served = await aBrowserHost()
    const { session } = await aWindow(served)
    const { folder } = await uploaded({ served, session }, 'whole.txt')
    await new Promise<void>((resolve) => {
      const sent = request({
        port: served.port,
        host: '127.0.0.1',
        path: '/upload',
        method: 'POST',
        headers: {
          origin: served.origin,
          'content-type': 'application/octet-stream',
          'content-length': '1000000',
          'x-offprint-session': session,
          'x-offprint-path': 'half.txt',
          'x-offprint-folder': encodeURIComponent(folder),
        },
      })
      sent.on('error', () => undefined)
      sent.on('close', resolve)
      sent.write('a'.repeat(70_000), () => setTimeout(() => sent.destroy(), 100))
    })
    await expect.poll(() => readdirSync(folder)).toEqual(['whole.txt'])
  })

  it('are removed when the host ends, and by the next one when it could not', async () => {
    const served = await aBrowserHost()
    const { session } = await aWindow(served)
    const { folder } = await uploaded({ served, session }, 'a.txt')
    await served.host.close()
    expect(existsSync(dirname(folder))).toBe(false)

    const root = tempDir()
    // No process has the first number; ours has the second; the third is not a run's folder.
    for (const name of ['999999999-abc', `${String(process.pid)}-abc`, 'other']) {
      mkdirSync(join(root, name))
      writeFileSync(join(root, name, 'a.txt'), 'a')
    }
    const scratch = openScratch(root)
    expect(readdirSync(root).toSorted()).toEqual([`${String(process.pid)}-abc`, 'other'].toSorted())
    expect(scratch.newFolder().startsWith(root + sep)).toBe(true)
  })
})
