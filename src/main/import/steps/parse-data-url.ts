/** Bytes that a `data:` URL carries. */
export interface DataUrl {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** Pictures that a reader page may show; not SVG, which is a document with scripts and links of its own. */
const PICTURE = /^image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon)$/

/** Reads a `data:` URL (RFC 2397) of a picture; null for anything else, and for what is no valid Base64 or escaping. */
export function parseDataUrl(url: string): DataUrl | null {
  const comma = url.indexOf(',')
  const [type = '', ...parameters] = url.slice('data:'.length, comma).toLowerCase().split(';')
  const mediaType = type.trim() === 'image/jpg' ? 'image/jpeg' : type.trim()
  if (comma < 0 || !PICTURE.test(mediaType)) return null
  const bytes = decoded(url.slice(comma + 1), parameters.at(-1)?.trim() === 'base64')
  return bytes === null || bytes.length === 0 ? null : { mediaType, bytes }
}

function decoded(data: string, base64: boolean): Uint8Array | null {
  try {
    if (!base64) return Uint8Array.from(decodeEscapes(data), (character) => character.charCodeAt(0))
    const text = (data.includes('%') ? decodeURIComponent(data) : data).replace(/\s+/g, '')
    if (!/^[\w+/-]*={0,2}$/.test(text)) return null
    return new Uint8Array(Buffer.from(text, 'base64'))
  } catch {
    return null
  }
}

/** `%41` stands for a byte, not for a part of a character. */
function decodeEscapes(data: string): string {
  return data.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
