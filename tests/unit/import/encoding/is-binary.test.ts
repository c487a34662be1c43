import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBinary } from '../../../../src/main/import/encoding/is-binary.ts'

const ascii = (text: string): number[] =>
  Array.from({ length: text.length }, (_unused, index) => text.charCodeAt(index))

describe('isBinary', () => {
  it.each<[string, number[]]>([
    ['PDF', ascii('%PDF-1.7\n')],
    ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
    ['PNG', [0x89, 0x50, 0x4e, 0x47]],
    ['gzip', [0x1f, 0x8b, 0x08]],
    ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
    ['a Windows program', [0x4d, 0x5a, 0x90, 0x00, 0x03]],
    ['an SQLite file', ascii('SQLite format 3')],
    ['noise with zeros', [1, 0, 0, 7, 65, 0, 2, 66, 0, 0, 0, 3]],
  ])('knows %s', (_name, bytes) => {
    expect(isBinary(Uint8Array.from(bytes))).toBe(true)
  })

  it('takes text in any encoding for text', () => {
    const texts = [
      ascii(''),
      ascii('MZ is how this begins'),
      [0xff, 0xfe, 0x41, 0x00],
      [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2],
    ]
    for (const bytes of texts) expect(isBinary(Uint8Array.from(bytes))).toBe(false)
    expect(isBinary(Uint8Array.from(ascii('UTF-16 without a mark').flatMap((byte) => [byte, 0])))).toBe(false)
  })

  it('takes whatever UTF-8 encodes for text, control characters apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(isBinary(new TextEncoder().encode(text))).toBe(false)
      }),
    )
  })
})
