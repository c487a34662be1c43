import { describe, expect, it } from 'vitest'
import type { AskInternal } from '../../../../src/main/ipc/internal-requests.ts'
import { createOriginalViews } from '../../../../src/main/ipc/router/original-views.ts'
import { parseRange } from '../../../../src/main/ipc/router/parse-range.ts'
import { passiveMediaType } from '../../../../src/main/ipc/router/passive-media.ts'
import { createRouter } from '../../../../src/main/ipc/router/router.ts'
import { appError } from '../../../../src/shared/app-error.ts'
import { err, ok } from '../../../../src/shared/result.ts'

const SECRET = 'ab'.repeat(32)
const SHA = 'cd'.repeat(32)
const UID = '019a0000-0000-7000-8000-000000000001'
const SIZE = 2_500_000
const BYTES = Uint8Array.from({ length: SIZE }, (_, index) => index % 251)

/** A router over one blob and one article, and what it asked for. */
function aRouter({ mediaType = 'video/mp4', html = '', damagedFrom = Infinity } = {}) {
  const asked: string[] = []
  const content = ((name: string, input: { readonly start: number; readonly length: number }) => {
    asked.push(name)
    if (name === 'content.blob') return Promise.resolve(ok({ sha256: SHA, mediaType, size: SIZE }))
    if (name === 'content.part') {
      const { start, length } = input
      if (start >= damagedFrom) return Promise.resolve(err(appError('storage/damaged', { file: 'a' })))
      return Promise.resolve(ok({ bytes: BYTES.slice(start, start + length) }))
    }
    if (html === '') return Promise.resolve(err(appError('archive/article-not-found', { uid: UID })))
    return Promise.resolve(ok({ html, direction: 'rtl', language: 'ar', title: '</title><script>' }))
  }) as AskInternal
  const assets = new Map([['/index.html', { mediaType: 'text/html', bytes: new Uint8Array(3), fixed: true }]])
  const router = createRouter({ assets, secret: SECRET, content, originals: createOriginalViews(), pipe: 'ws://x' })
  const get = (path: string, init: RequestInit = {}) => router(new Request(`http://127.0.0.1${path}`, init))
  return { get, asked }
}

describe('blobs', () => {
  const path = `/c/${SECRET}/blob/${SHA}`
  const range = (value: string) => ({ headers: { range: value } })

  it('come whole, in parts of which each is asked for when the one before went out', async () => {
    const { get, asked } = aRouter()
    const answer = await get(path)
    expect(asked).toEqual(['content.blob'])
    expect(answer.headers.get('content-type')).toBe('video/mp4')
    expect(answer.headers.get('accept-ranges')).toBe('bytes')
    expect(answer.headers.get('content-length')).toBe(String(SIZE))
    expect(Buffer.from(await answer.arrayBuffer()).equals(BYTES)).toBe(true)
    expect(asked).toEqual(['content.blob', 'content.part', 'content.part', 'content.part'])
  })

  it('come in the range that is asked for', async () => {
    const { get } = aRouter()
    for (const [asked, start, end] of [
      ['bytes=0-0', 0, 1],
      ['bytes=1048570-1048590', 1_048_570, 1_048_591],
      ['bytes=2499990-', 2_499_990, SIZE],
      ['bytes=-5', SIZE - 5, SIZE],
      ['bytes=10-99999999', 10, SIZE],
    ] as const) {
      const answer = await get(path, range(asked))
      expect([asked, answer.status]).toEqual([asked, 206])
      expect(answer.headers.get('content-range')).toBe(`bytes ${String(start)}-${String(end - 1)}/${String(SIZE)}`)
      expect(Buffer.from(await answer.arrayBuffer()).equals(BYTES.slice(start, end))).toBe(true)
    }
    const none = await get(path, range('bytes=2500000-'))
    expect([none.status, none.headers.get('content-range')]).toEqual([416, `bytes */${String(SIZE)}`])
    expect((await get(path, range('bytes=-0'))).status).toBe(416)
    for (const odd of ['bytes=5-2', 'bytes=a-b', 'bytes=-', 'bytes=0-1,3-4', 'lines=0-1', 'bytes=1e3-']) {
      expect([odd, (await get(path, range(odd))).status]).toEqual([odd, 200])
    }
    expect(parseRange('bytes=0-0', 0)).toBe('unsatisfiable')
  })

  it('end in an error, not in fewer bytes, where one is damaged', async () => {
    const { get } = aRouter({ damagedFrom: 1_000_000 })
    await expect((await get(path)).arrayBuffer()).rejects.toThrow('cannot be read')
  })

  it('tell their head without their bytes', async () => {
    const { get, asked } = aRouter()
    const answer = await get(path, { method: 'HEAD' })
    expect([answer.status, answer.body, answer.headers.get('content-length')]).toEqual([200, null, String(SIZE)])
    expect(asked).toEqual(['content.blob'])
  })

  it('are served as what they are only when that does nothing', async () => {
    for (const mediaType of [
      'image/svg+xml',
      'text/html',
      'application/xml',
      'text/plain',
      'application/pdf',
      'a/b\r\nc',
    ]) {
      const answer = await aRouter({ mediaType }).get(path)
      expect(answer.headers.get('content-type')).toBe('application/octet-stream')
      expect(answer.headers.get('content-disposition')).toBe('attachment')
      expect(answer.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'")
    }
    expect(passiveMediaType('Image/PNG; x=y')).toBe('image/png')
  })
})

describe('articles', () => {
  it('are documents with the strict policy, title and language escaped, pictures by the secret path', async () => {
    const html = `<article><img alt="a > b" src="/blob/${SHA}"><p>&lt;img src="/blob/x"></p></article>`
    const answer = await aRouter({ html }).get(`/c/${SECRET}/article/${UID}/1/1`)
    expect(await answer.text()).toBe(
      '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>&lt;/title&gt;&lt;script&gt;</title>' +
        '<link rel="stylesheet" href="/assets/reader-frame.css"></head><body>' +
        `<article><img alt="a > b" src="/c/${SECRET}/blob/${SHA}"><p>&lt;img src="/blob/x"></p></article></body></html>`,
    )
    expect(answer.headers.get('content-security-policy')).toBe(
      "sandbox allow-same-origin; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; " +
        "font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
    )
  })

  it('are not found where there are none', async () => {
    const { get } = aRouter()
    expect((await get(`/c/${SECRET}/article/${UID}/1/1`)).status).toBe(404)
    for (const rest of [`${UID}/1`, `${UID}/1/1/`, `${UID}/-1/1`, `${UID}/1/1.5`, `x/1/1`, `${UID}/1/9999999999`]) {
      expect([rest, (await get(`/c/${SECRET}/article/${rest}`)).status]).toEqual([rest, 404])
    }
  })
})

describe('the window', () => {
  it('has the policy of wall 5', async () => {
    const answer = await aRouter().get('/')
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; " +
        "media-src 'self'; connect-src 'self' ws://x; frame-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types vue pdf-worker",
    )
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  })
})
