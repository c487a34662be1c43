import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLines } from '../../../../src/main/import/formats/read-lines.ts'
import { collect } from '../../../support/collect.ts'

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  // One buffer for all pieces, as some streams do.
  const buffer = new Uint8Array(size)
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size)
    buffer.set(piece)
    yield await Promise.resolve(buffer.subarray(0, piece.length))
  }
}

async function linesOf(text: string, size: number, limit = 1000): Promise<readonly (string | null)[]> {
  const lines = await collect(readLines(pieces(new TextEncoder().encode(text), size), limit))
  return lines.map(({ bytes }) => (bytes === null ? null : new TextDecoder().decode(bytes)))
}

describe('lines of a stream', () => {
  test('are the same however the stream is cut', async () => {
    const text = fc.array(fc.constantFrom('a', 'ä', '\n', '\r\n', '日本'), { maxLength: 40 }).map((all) => all.join(''))
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (content, size) => {
        const expected = content.split('\n').map((line) => line.replace(/\r$/, ''))
        if (content.endsWith('\n') || content === '') expected.pop()
        expect(await linesOf(content, size)).toEqual(expected)
      }),
    )
  })

  test('one that is too long is passed by, and its neighbours stay', async () => {
    expect(await linesOf(`short\n${'x'.repeat(50)}\nshort\n`, 8, 20)).toEqual(['short', null, 'short'])
  })

  test('count and end are right after a long line', async () => {
    const bytes = new TextEncoder().encode(`a\n${'x'.repeat(50)}\nb`)
    const lines = await collect(readLines(pieces(bytes, 8), 20))
    expect(lines.map(({ number, size, end }) => [number, size, end])).toEqual([
      [1, 1, 2],
      [2, 50, 53],
      [3, 1, 54],
    ])
  })
})
