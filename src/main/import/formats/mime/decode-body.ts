/** Bytes of a body (Latin-1) by its `Content-Transfer-Encoding`; an encoding that is not known is none. Never fails. */
export function decodeBody(body: string, encoding: string | null): Uint8Array {
  switch (encoding?.trim().toLowerCase()) {
    case 'base64':
      return decodeBase64(body)
    case 'quoted-printable':
      return decodeQuotedPrintable(body)
    default:
      return new Uint8Array(Buffer.from(body, 'latin1'))
  }
}

/** Base64 as messages hold it: broken into lines, and sometimes ended several times (`==` inside). */
function decodeBase64(body: string): Uint8Array {
  const plain = body.replace(/[^\w+/=-]+/g, '')
  const inner = plain.search(/=[\w+/-]/)
  if (inner < 0) return new Uint8Array(Buffer.from(plain, 'base64'))
  const pieces = plain.split(/=+/).map((piece) => Buffer.from(piece, 'base64'))
  return new Uint8Array(Buffer.concat(pieces))
}

/** Quoted-printable (RFC 2045) as bytes; what is no valid escape stands as it is. */
export function decodeQuotedPrintable(body: string): Uint8Array {
  const bytes = Buffer.alloc(body.length)
  let length = 0
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at)
    if (code !== EQUALS) {
      bytes[length++] = code
      continue
    }
    const escape = hexPair(body, at + 1)
    if (escape >= 0) {
      bytes[length++] = escape
      at += 2
      continue
    }
    const end = softBreakEnd(body, at + 1)
    if (end < 0) bytes[length++] = EQUALS
    else at = end
  }
  return new Uint8Array(bytes.subarray(0, length))
}

const EQUALS = 0x3d

function hexPair(text: string, at: number): number {
  const high = hexDigit(text.charCodeAt(at))
  const low = hexDigit(text.charCodeAt(at + 1))
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** Where a line end that is none (`=` and blanks before it) ends; −1 when there is no such line end. */
function softBreakEnd(text: string, from: number): number {
  let at = from
  while (at - from < 100 && (text[at] === ' ' || text[at] === '\t' || text[at] === '\r')) at++
  return at >= text.length ? at : text[at] === '\n' ? at : -1
}
