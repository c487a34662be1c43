import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aBrowserHost, aWindow, makeArchive, send, type TestWindow } from '../support/a-browser-host.ts'
import { tempDir } from '../support/temp-dir.ts'
import { valueOf } from '../support/value-of.ts'
import { plainImport } from '../support/plain-import.ts'

/** Longer than one part of a blob that is read at once. */
const SIZE = 2_500_000
const PICTURE = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(SIZE - 4, 7)])

/** The path of a picture that came in with a page. */
async function aPicture({ client }: TestWindow): Promise<string> {
  const folder = tempDir()
  mkdirSync(join(folder, 'Page_files'))
  writeFileSync(join(folder, 'Page_files', 'a.jpg'), PICTURE)
  const words = '<p>The harbour froze on Tuesday, and by Thursday the ferry stood in it like a house.</p>'.repeat(9)
  writeFileSync(join(folder, 'Page.html'), `<article><h1>Ice</h1><img src="Page_files/a.jpg">${words}</article>`)
  const input = plainImport(join(folder, 'Page.html'), 'failed')
  valueOf(await client.request('job.start', { kind: 'import.run', input }))
  await expect
    .poll(async () => valueOf(await client.request('archive.stats', {})).articles, { timeout: 20_000 })
    .toBe(1)
  const page = { query: '', sort: 'added', direction: 'down', limit: 1, offset: 0 } as const
  const [row] = valueOf(await client.request('article.list', page)).rows
  const { leadImage } = valueOf(await client.request('article.get', { uid: row!.uid, version: null }))
  const { contentBase } = valueOf(await client.request('host.capabilities', {}))
  return new URL(`blob/${String(leadImage)}`, contentBase).pathname
}

it('Ranges that are meant to hurt get the whole once, or nothing', async () => {
  const served = await aBrowserHost()
  const window = await aWindow(served)
  await makeArchive(served, window)
  const path = await aPicture(window)
  const answered = async (range: string): Promise<readonly [status: number, length: number]> => {
    const { status, headers } = await send(served, path, { headers: { range } })
    return [status, Number(headers['content-length'])]
  }
  const many = `bytes=${Array.from({ length: 1_300 }, (_, start) => `${String(start)}-`).join(',')}`
  const whole = [
    'bytes=0-,0-,0-,0-', // the same bytes again and again
    'bytes=0-99,50-149,0-99', // overlapping
    'bytes=5-1', // reversed
    'bytes=-', // no number at all
    'bytes=--5',
    'bytes=0x0-0x9',
    'bytes=1e3-2e3',
    'bytes= 0-9',
    'bytes=0-9 ',
    'bytes=+0-9',
    'bytes=0-9,',
    'bits=0-9',
    'Bytes 0-9',
    'bytes=99999999999999999999-', // beyond any number
    'bytes=0-99999999999999999999',
    `bytes=${'0'.repeat(10_000)}-`,
    many,
  ]
  for (const range of whole) {
    const [status, length] = await answered(range)
    // White space around a header's value is no part of it (RFC 9110, 5.5).
    const isPlain = range.trim() === 'bytes=0-9'
    expect([range.slice(0, 40), status, length]).toEqual([range.slice(0, 40), isPlain ? 206 : 200, isPlain ? 10 : SIZE])
  }
  const none = [`bytes=${String(SIZE)}-`, 'bytes=-0', 'bytes=999999999999999-999999999999999']
  for (const range of none) expect([range, (await answered(range))[0]]).toEqual([range, 416])
  const cut: readonly (readonly [string, number])[] = [
    ['bytes=0-999999999999999', SIZE],
    ['bytes=-999999999999999', SIZE],
    [`bytes=${String(SIZE - 1)}-`, 1],
    ['bytes=0-0', 1],
  ]
  for (const [range, length] of cut) expect([range, ...(await answered(range))]).toEqual([range, 206, length])
})

it('Two hundred readers of one picture at once, each by another range, all get theirs', async () => {
  const served = await aBrowserHost()
  const window = await aWindow(served)
  await makeArchive(served, window)
  const path = await aPicture(window)
  const asked = Array.from({ length: 200 }, (_, index) => index * 1_000)
  const answers = await Promise.all(
    asked.map((start) =>
      send(served, path, { headers: { range: `bytes=${String(start)}-${String(start + 99_999)}` } }),
    ),
  )
  expect(answers.map(({ status, headers }) => [status, headers['content-length']])).toEqual(
    asked.map(() => [206, '100000']),
  )
  expect(valueOf(await window.client.request('archive.stats', {})).articles).toBe(1)
})
