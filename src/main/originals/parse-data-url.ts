import type { ViewResource } from './view-resource.ts'

/** Bytes and media type (small letters, without parameters) of a `data:` URL (RFC 2397); null for anything else. */
export function parseDataUrl(url: string): ViewResource | null {
  // White space at the ends and line ends anywhere are no part of an address (URL Standard).
  const address = url.trim().replace(/[\t\n\r]/g, '')
  const head = /^data:([^,]*),/i.exec(address)
  if (head === null) return null
  const [type = '', ...parameters] = (head[1] ?? '').toLowerCase().split(';')
  const data = (address.split('#', 1)[0] ?? '').slice(head[0].length)
  const bytes = decoded(data, parameters.at(-1)?.trim() === 'base64')
  return bytes === null || bytes.length === 0 ? null : { mediaType: type.trim(), bytes }
}

function decoded(data: string, base64: boolean): Uint8Array | null {
  const bytes = unescaped(data)
  if (!base64) return bytes
  const text = bytes.toString('latin1').replace(/\s+/g, '')
  return /^[\w+/-]*={0,2}$/.test(text) ? new Uint8Array(Buffer.from(text, 'base64')) : null
}

/** `%41` stands for a byte; every other character for its UTF-8. */
function unescaped(data: string): Buffer {
  const parts = data.split(/((?:%[\da-f]{2})+)/i)
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 1 ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part))),
  )
}
