import { isKnownEncoding } from '../../encoding/declared-encoding.ts'
import { decode } from '../../encoding/decode.ts'
import { decodeQuotedPrintable } from './decode-body.ts'

const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?\n]{0,2000})\?=/gi

/**
 * The text of a header: encoded words (RFC 2047) decoded, blanks between two of them dropped; bytes outside of ASCII,
 * which should not be there, read as what they most likely are.
 */
export function decodeWords(value: string): string {
  const joined = value.replace(/(\?=)\s+(=\?[^?\s]+\?[bq]\?)/gi, '$1$2')
  return readBytes(joined).replace(WORD, (word: string, charset: string, kind: string, text: string) => {
    const label = charset.split('*', 1)[0] ?? ''
    if (!isKnownEncoding(label)) return word
    const bytes = /b/i.test(kind) ? Buffer.from(text, 'base64') : decodeQuotedPrintable(text.replaceAll('_', ' '))
    return new TextDecoder(label).decode(bytes)
  })
}

function readBytes(value: string): string {
  if (/^[\0-\x7f]*$/.test(value)) return value
  return decode(new Uint8Array(Buffer.from(value, 'latin1')), { declared: null, kind: 'text' }).text
}
