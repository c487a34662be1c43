import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HEAD_BYTES, MAX_ITEM_BYTES } from '../../../../src/main/import/limits.ts'
import { fileSource } from '../../../../src/main/import/sources/file-source.ts'
import { streamSource } from '../../../../src/main/import/sources/stream-source.ts'
import { tempDir } from '../../../support/temp-dir.ts'
import { collect } from '../../../support/collect.ts'

async function* pieces(...contents: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const content of contents) yield await Promise.resolve(new TextEncoder().encode(content))
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await collect(stream)).toString()
}

describe('a file as a source', () => {
  test('gives its head, its bytes and its stream, each in a buffer of their own', async () => {
    const path = join(tempDir(), 'a.txt')
    const content = 'x'.repeat(HEAD_BYTES + 10)
    writeFileSync(path, content)
    const source = fileSource({ path, size: content.length })
    const head = await source.head()
    const bytes = await source.bytes()
    expect(head.ok && head.value.length).toBe(HEAD_BYTES)
    expect(bytes.ok && bytes.value.length).toBe(content.length)
    expect(bytes.ok && bytes.value.buffer.byteLength).toBe(content.length)
    expect(await textOf(source.stream())).toBe(content)
  })

  test('reads all of a file that has grown since it was found', async () => {
    const path = join(tempDir(), 'a.txt')
    writeFileSync(path, 'y'.repeat(3 * HEAD_BYTES))
    const bytes = await fileSource({ path, size: 10 }).bytes()
    expect(bytes.ok && bytes.value.length).toBe(3 * HEAD_BYTES)
  })

  test('refuses a file over the limit without reading all of it', async () => {
    const path = join(tempDir(), 'large.txt')
    writeFileSync(path, '')
    truncateSync(path, MAX_ITEM_BYTES * 20)
    const bytes = await fileSource({ path, size: MAX_ITEM_BYTES * 20 }).bytes()
    expect(bytes).toMatchObject({ ok: false, error: { code: 'import/too-large', details: { limit: MAX_ITEM_BYTES } } })
  })

  test('says why a file that has gone cannot be read', async () => {
    const path = join(tempDir(), 'a.txt')
    writeFileSync(path, 'z')
    rmSync(path)
    const head = await fileSource({ path, size: 1 }).head()
    expect(head).toEqual({ ok: false, error: { code: 'import/not-readable', details: { path, cause: 'ENOENT' } } })
  })
})

describe('a stream as a source', () => {
  test('what was looked at comes again with the rest', async () => {
    const source = streamSource('-', pieces('one ', 'two ', 'three'), null)
    const head = await source.head()
    expect(head.ok && new TextDecoder().decode(head.value)).toBe('one two three')
    expect(await textOf(source.stream())).toBe('one two three')
  })

  test('a long stream shows no more than a head, and is streamed whole', async () => {
    const long = 'x'.repeat(HEAD_BYTES)
    const source = streamSource('-', pieces(long, long, 'end'), null)
    const head = await source.head()
    expect(head.ok && head.value.length).toBe(HEAD_BYTES)
    expect(await textOf(source.stream())).toBe(`${long}${long}end`)
  })

  test('an endless stream is refused as one item, and closed', async () => {
    let closed = false
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield await Promise.resolve(new Uint8Array(8 * 1024 * 1024))
      } finally {
        closed = true
      }
    }
    const bytes = await streamSource('-', endless(), null).bytes()
    expect(bytes).toMatchObject({ ok: false, error: { code: 'import/too-large' } })
    expect(closed).toBe(true)
  })
})
