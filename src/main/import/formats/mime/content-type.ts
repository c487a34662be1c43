import { isKnownEncoding } from '../../encoding/declared-encoding.ts'
import { decodeWords } from './decode-words.ts'

/** A header value with parameters: `text/html; charset=utf-8`. The value and the names in lower case. */
export interface ParameterValue {
  readonly value: string
  readonly parameters: ReadonlyMap<string, string>
}

const PARAMETER = /;\s*([\w!#$%&'*+.^`|~-]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.){0,2000})"?|([^\s;]{0,2000}))/gs

/** Reads a value with parameters, those written in pieces or with an encoding (RFC 2231) joined and decoded. */
export function parseParameters(header: string): ParameterValue {
  const parameters = new Map<string, string>()
  for (const [, name = '', quoted, bare = ''] of header.matchAll(PARAMETER)) {
    const text = quoted === undefined ? bare : quoted.replace(/\\(.)/gs, '$1')
    const [, base = '', , star = ''] = /^(.*?)(\*\d+)?(\*)?$/.exec(name.toLowerCase()) ?? []
    parameters.set(base, (parameters.get(base) ?? '') + (star === '' ? decodeWords(text) : decodeExtended(text)))
  }
  return { value: (header.split(';', 1)[0] ?? '').trim().toLowerCase(), parameters }
}

/** `utf-8'en'%e2%82%ac` of RFC 2231; later pieces have the escapes only. */
function decodeExtended(text: string): string {
  const [, charset = 'utf-8', escaped = text] = /^([\w.:-]*)'[^']*'(.*)$/s.exec(text) ?? []
  const bytes = Buffer.from(
    escaped.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
  return new TextDecoder(isKnownEncoding(charset) ? charset : 'utf-8').decode(bytes)
}
