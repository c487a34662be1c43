import { decode } from '../../encoding/decode.ts'
import { decodeEntities } from '../../html/metadata/decode-entities.ts'

/** A page's bytes with the encoding stated beside them. */
export interface PageBytes {
  readonly bytes: Uint8Array
  readonly declaredEncoding: string | null
}

const FRAME = /<i?frame\b([^<>]{1,5000})>/gi
const SOURCE = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i
/** A page with less text of its own (characters) than this shows what is in its frames. */
const LEAST_TEXT = 300
const MOST_FRAMES = 20

/**
 * A page that is nothing but frames, with the frames' pages in their place; any other page as it is, since frames hold
 * advertisements most of the time. `frameOf` finds the page of an address as it is written.
 */
export function joinFrames(page: PageBytes, frameOf: (address: string) => PageBytes | null): PageBytes {
  const start = Buffer.from(page.bytes.buffer, page.bytes.byteOffset, page.bytes.length).toString('latin1')
  if (!/<i?frame\b/i.test(start)) return page
  const text = textOf(page)
  if (!/<frameset\b/i.test(text) && textLength(text) >= LEAST_TEXT) return page
  let joined = 0
  const whole = text.replace(FRAME, (tag: string, attributes: string) => {
    const [, double, single, plain] = SOURCE.exec(attributes) ?? []
    const address = decodeEntities(double ?? single ?? plain ?? '').trim()
    const frame = address === '' || joined >= MOST_FRAMES ? null : frameOf(address)
    if (frame === null) return tag
    joined++
    return `<div>${bodyOf(textOf(frame))}</div>`
  })
  if (joined === 0) return page
  // A frameset keeps other elements out of the page.
  const plain = whole.replace(/<\/?(?:frameset|noframes)\b[^<>]*>/gi, '')
  return { bytes: new TextEncoder().encode(plain), declaredEncoding: 'utf-8' }
}

function textOf({ bytes, declaredEncoding }: PageBytes): string {
  return decode(bytes, { declared: declaredEncoding, kind: 'html' }).text
}

function textLength(html: string): number {
  return bodyOf(html)
    .replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ').length
}

function bodyOf(html: string): string {
  const start = /<body\b[^<>]*>/i.exec(html)
  const inner = start === null ? html : html.slice(start.index + start[0].length)
  return inner.replace(/<\/body\s*>[^]*$/i, '')
}
