import type { ItemNote } from '../../../shared/model/item-note.ts'
import { encodingDeclaredInPage, isKnownEncoding } from './declared-encoding.ts'
import { detectEncoding } from './detect-encoding.ts'
import { utf16WithoutMark } from './is-binary.ts'
import { textPlausibility } from './text-plausibility.ts'

/** What is known about the bytes besides themselves. */
export interface DecodeOptions {
  /** Encoding that the source states beside the bytes (an HTTP header, a MIME part), or null. */
  readonly declared: string | null
  readonly kind: 'html' | 'text' | 'markdown'
  /** BCP 47 primary subtag, when known: settles close calls between legacy encodings. */
  readonly language?: string | undefined
  /** What a person says it is: taken at their word. */
  readonly chosen?: string | undefined
}

/** Text, the encoding it was read in (a name of the Encoding Standard), and what was odd. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly notes: readonly ItemNote[]
}

/** A page in UTF-8 with a few broken sequences (cut off, or a foreign snippet) is UTF-8 still. */
const MAX_BROKEN_SHARE = 0.1

/**
 * Reads bytes as text. In this order: byte order mark, what the source declares, what the page declares anywhere,
 * valid UTF-8, then the most likely legacy encoding. A declaration that the bytes contradict is overruled and noted.
 * Never fails: bytes that fit nothing become replacement characters.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions): Decoded {
  if (options.chosen !== undefined) return read(bytes, nameOf(options.chosen), [])
  const marked = byteOrderMark(bytes)
  if (marked !== null) return read(bytes, marked, [])
  const wide = utf16WithoutMark(bytes)
  if (wide !== null) return read(bytes, wide, [note('encoding-guessed', { encoding: wide })])
  const declared = declaredEncoding(bytes, options)
  const utf8 = readStrictly(bytes, 'utf-8')
  if (utf8 !== null && !isEscaped(bytes, declared)) return validUtf8(bytes, utf8, declared)
  if (declared !== null) {
    const text = readStrictly(bytes, declared)
    if (text !== null && textPlausibility(text) > 0.7) return { text, encoding: nameOf(declared), notes: [] }
  }
  return mostLikely(bytes, declared, options.language ?? null)
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function declaredEncoding(bytes: Uint8Array, options: DecodeOptions): string | null {
  if (options.declared !== null && isKnownEncoding(options.declared)) return options.declared.toLowerCase()
  return options.kind === 'html' ? encodingDeclaredInPage(bytes) : null
}

/** ISO-2022-JP is all ASCII bytes, so it passes for UTF-8. */
function isEscaped(bytes: Uint8Array, declared: string | null): boolean {
  return declared === 'iso-2022-jp' && bytes.includes(0x1b)
}

function validUtf8(bytes: Uint8Array, text: string, declared: string | null): Decoded {
  const multiByte = bytes.reduce((count, byte) => (byte >= 0xc2 ? count + 1 : count), 0)
  if (declared === null || nameOf(declared) === 'utf-8' || multiByte === 0)
    return { text, encoding: 'utf-8', notes: [] }
  // A few double-byte characters can pass for UTF-8 by chance; a page's worth cannot.
  const byChance = multiByte < 4 && isDoubleByte(declared) ? readStrictly(bytes, declared) : null
  if (byChance !== null) return { text: byChance, encoding: nameOf(declared), notes: [] }
  return { text, encoding: 'utf-8', notes: [note('declared-encoding-wrong', { declared, encoding: 'utf-8' })] }
}

function isDoubleByte(label: string): boolean {
  return ['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'].includes(nameOf(label))
}

function mostLikely(bytes: Uint8Array, declared: string | null, language: string | null): Decoded {
  const lossy = new TextDecoder('utf-8').decode(bytes)
  const broken = lossy.split('\ufffd').length - 1
  const multiByte = (lossy.match(/[^\p{ASCII}\ufffd]/gu) ?? []).length
  const encoding = broken <= multiByte * MAX_BROKEN_SHARE ? 'utf-8' : bestLegacy(bytes, declared, language)
  if (declared !== null && nameOf(declared) === encoding) {
    return read(bytes, encoding, [note('encoding-guessed', { encoding, broken })])
  }
  const odd =
    declared === null ? note('encoding-guessed', { encoding }) : note('declared-encoding-wrong', { declared, encoding })
  return read(bytes, encoding, [odd])
}

/** A declared legacy encoding with a few unreadable bytes beats a guess that reads no better. */
function bestLegacy(bytes: Uint8Array, declared: string | null, language: string | null): string {
  const guessed = nameOf(detectEncoding(bytes, language))
  if (declared === null || nameOf(declared) === 'utf-8') return guessed
  const asDeclared = textPlausibility(new TextDecoder(declared).decode(bytes))
  const asGuessed = textPlausibility(new TextDecoder(guessed).decode(bytes))
  return asDeclared >= asGuessed - 0.05 ? nameOf(declared) : guessed
}

function read(bytes: Uint8Array, encoding: string, notes: readonly ItemNote[]): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, notes }
}

function readStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function nameOf(label: string): string {
  return new TextDecoder(label).encoding
}

function note(kind: ItemNote['kind'], details: ItemNote['details']): ItemNote {
  return { kind, details }
}
