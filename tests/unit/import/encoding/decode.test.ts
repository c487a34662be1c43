import { describe, expect, it } from 'vitest'
import { decode } from '../../../../src/main/import/encoding/decode.ts'

const HTML = { declared: null, kind: 'html' } as const
const TEXT = { declared: null, kind: 'text' } as const

const RUSSIAN = 'Съешь же ещё этих мягких французских булок, да выпей чаю. Россия вчера объявила о новом законе.'

/** Bytes of a text in a single-byte encoding, found by asking the decoder for all 256 characters. */
function encode(text: string, encoding: string): Uint8Array {
  const characters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_unused, byte) => byte))
  return Uint8Array.from(text, (character) => characters.indexOf(character))
}

describe('decode', () => {
  it('follows a byte order mark before anything else', () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x3f, 0x04, 0x40, 0x04])
    expect(decode(utf16, { ...HTML, declared: 'windows-1251' })).toMatchObject({
      text: 'пр',
      encoding: 'utf-16le',
      notes: [],
    })
    const utf8 = new TextEncoder().encode('\ufeffAbend')
    expect(decode(utf8, TEXT)).toMatchObject({ text: 'Abend', encoding: 'utf-8' })
  })

  it('reads UTF-16 without a mark by its zeros', () => {
    const bytes = Uint8Array.from('An English sentence', (c) => c.charCodeAt(0)).reduce<number[]>(
      (all, byte) => [...all, byte, 0],
      [],
    )
    expect(decode(Uint8Array.from(bytes), TEXT)).toMatchObject({ text: 'An English sentence', encoding: 'utf-16le' })
  })

  it('finds a meta declaration far beyond the first 1 024 bytes', () => {
    const page = `<html><head><script>${'x'.repeat(5000)}</script><meta charset=windows-1251></head><body>${RUSSIAN}</body>`
    const read = decode(encode(page, 'windows-1251'), HTML)
    expect(read.text).toContain(RUSSIAN)
    expect(read).toMatchObject({ encoding: 'windows-1251', notes: [] })
  })

  it('notices a page that declares UTF-8 and is not', () => {
    const page = `<meta charset="utf-8"><p>${RUSSIAN}</p>`
    const read = decode(encode(page, 'windows-1251'), HTML)
    expect(read.text).toContain(RUSSIAN)
    expect(read.notes).toEqual([
      { kind: 'declared-encoding-wrong', details: { declared: 'utf-8', encoding: 'windows-1251' } },
    ])
  })

  it('notices a page that declares windows-1251 and is UTF-8', () => {
    const read = decode(new TextEncoder().encode(`<meta charset=windows-1251><p>${RUSSIAN}</p>`), HTML)
    expect(read.text).toContain(RUSSIAN)
    expect(read.notes).toEqual([
      { kind: 'declared-encoding-wrong', details: { declared: 'windows-1251', encoding: 'utf-8' } },
    ])
  })

  it('keeps a wrong declaration quiet when the bytes are plain ASCII', () => {
    expect(decode(new TextEncoder().encode('<meta charset=windows-1251>plain'), HTML).notes).toEqual([])
  })

  it('guesses legacy encodings without a declaration, and says so', () => {
    for (const encoding of ['windows-1251', 'koi8-r']) {
      const read = decode(encode(RUSSIAN.repeat(3), encoding), TEXT)
      expect(read).toMatchObject({ text: RUSSIAN.repeat(3), encoding })
      expect(read.notes[0]?.kind).toBe('encoding-guessed')
    }
    const german = 'Am Abend fährt die Straßenbahn über die Brücke, müde und schön geschmückt.'
    expect(decode(encode(german, 'windows-1252'), TEXT).text).toBe(german)
  })

  it('reads Japanese in Shift_JIS and EUC-JP', () => {
    const shiftJis = Uint8Array.from([
      0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x95, 0xb6, 0x8f, 0xcd, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42,
    ])
    expect(decode(shiftJis, { ...TEXT, language: 'ja' }).text).toBe('日本語の文章です。')
    const eucJp = Uint8Array.from([
      0xc6, 0xfc, 0xcb, 0xdc, 0xb8, 0xec, 0xa4, 0xce, 0xca, 0xb8, 0xbe, 0xcf, 0xa4, 0xc7, 0xa4, 0xb9, 0xa1, 0xa3,
    ])
    expect(decode(eucJp, { ...TEXT, declared: 'euc-jp' })).toMatchObject({
      text: '日本語の文章です。',
      encoding: 'euc-jp',
      notes: [],
    })
  })

  it('stays with UTF-8 when only a few bytes of the page are broken', () => {
    const bytes = [...new TextEncoder().encode(RUSSIAN.repeat(4)), 0xd0]
    const read = decode(Uint8Array.from(bytes), { ...HTML, declared: 'utf-8' })
    expect(read.encoding).toBe('utf-8')
    expect(read.text.startsWith(RUSSIAN)).toBe(true)
    expect(read.notes[0]?.kind).toBe('encoding-guessed')
  })

  it('ignores names of encodings that nobody knows', () => {
    expect(decode(new TextEncoder().encode('häufig'), { ...TEXT, declared: 'no-such-encoding' })).toMatchObject({
      text: 'häufig',
      notes: [],
    })
  })
})
