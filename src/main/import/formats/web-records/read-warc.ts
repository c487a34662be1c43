import { createGunzip } from 'node:zlib'
import { pipeline } from 'node:stream'
import { instantOf } from '../../dates/instant-of.ts'
import { joinBytes } from '../../join-bytes.ts'
import { MAX_ITEM_BYTES } from '../../limits.ts'
import { parseParameters } from '../mime/content-type.ts'
import { headerOf, readHeaders, type MimeHeaders } from '../mime/read-headers.ts'
import { createByteReader, type ByteReader } from './byte-reader.ts'
import { decodeHttpBody } from './decode-http-body.ts'
import type { WebRecord } from './web-record.ts'

/** A record of interest, or what is wrong with the file from some place on. */
export type WarcItem =
  | { readonly kind: 'answer'; readonly status: number; readonly record: WebRecord; readonly digest: string | null }
  /** The same answer as one saved before: in this file or, often, in another. */
  | { readonly kind: 'revisit'; readonly record: WebRecord; readonly digest: string | null; readonly of: string | null }
  | { readonly kind: 'problem'; readonly reason: string }

/** Header lines of one record (bytes), and empty or broken lines passed by in search of the next one. */
const MOST_HEADER_BYTES = 256 * 1024
const VERSION = /^\s*WARC\/\d+\.\d+\s*$/

/**
 * Reads a WARC file (ISO 28500), plain or compressed, record by record: HTTP answers and resources with their bodies
 * decoded. A record whose length is wrong is passed by up to the next that begins; what is cut off is told.
 */
export async function* readWarc(stream: AsyncIterable<Uint8Array>): AsyncGenerator<WarcItem> {
  const { bytes, broken } = await unpacked(stream)
  const reader = createByteReader(bytes)
  let lost = 0
  for (let line = await reader.line(1000); line !== null; line = await reader.line(1000)) {
    if (!VERSION.test(line)) {
      if (line.trim() !== '') lost++
      continue
    }
    if (lost > 0) yield problem('a record is longer than it says; what could be read of it was taken')
    lost = 0
    const headers = await readRecordHeaders(reader)
    const length = Number(headerOf(headers, 'content-length') ?? '0')
    if (headers.size === 0 || !Number.isSafeInteger(length) || length < 0) {
      yield problem('a record does not say how long it is')
      continue
    }
    const item = await readRecord(reader, headers, length)
    if (item !== null) yield item
  }
  if (lost > 0) yield problem('there is something in it that is no record')
  const cause = broken()
  if (cause !== null) yield problem(cause)
}

function problem(reason: string): WarcItem {
  return { kind: 'problem', reason }
}

/** The bytes inside of gzip, which WARC files have around each record; a stream that breaks off ends, and says why. */
async function unpacked(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ readonly bytes: AsyncIterable<Uint8Array>; readonly broken: () => string | null }> {
  const iterator = stream[Symbol.asyncIterator]()
  const start: Uint8Array[] = []
  let seen = 0
  while (seen < 2) {
    const next = await iterator.next()
    if (next.done === true) break
    start.push(next.value)
    seen += next.value.length
  }
  const all = resumed(joinBytes(start), iterator)
  const [first, second] = joinBytes(start)
  if (first !== 0x1f || second !== 0x8b) return { bytes: all, broken: () => null }
  let cause: string | null = null
  const gunzip = createGunzip()
  pipeline(all, gunzip, () => undefined)
  async function* bytes(): AsyncGenerator<Uint8Array> {
    try {
      yield* gunzip as AsyncIterable<Uint8Array>
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error
      cause = `its compression is damaged, and what lies behind is lost (${error.message})`
    }
  }
  return { bytes: bytes(), broken: () => cause }
}

async function* resumed(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start
  yield* { [Symbol.asyncIterator]: () => rest }
}

async function readRecordHeaders(reader: ByteReader): Promise<MimeHeaders> {
  let block = ''
  for (let line = await reader.line(16_384); line !== null && line !== ''; line = await reader.line(16_384)) {
    block += `${line}\n`
    if (block.length > MOST_HEADER_BYTES) break
  }
  return readHeaders(block, 0).headers
}

/** null for a record that holds nothing to read (a request, a description). */
async function readRecord(reader: ByteReader, headers: MimeHeaders, length: number): Promise<WarcItem | null> {
  const type = headerOf(headers, 'warc-type')?.toLowerCase() ?? ''
  const url = bare(headerOf(headers, 'warc-target-uri')) ?? ''
  const isOfInterest = /^(?:response|resource|revisit)$/.test(type) && /^https?:/i.test(url)
  if (!isOfInterest || length > MAX_ITEM_BYTES) {
    const passed = await reader.skip(length)
    if (isOfInterest) return problem(`what ${url} answered is larger than the limit`)
    return passed < length ? cutOff(url) : null
  }
  const block = await reader.take(length)
  if (block.length < length) return cutOff(url)
  const captured = instantOf(headerOf(headers, 'warc-date'))
  const digest = headerOf(headers, 'warc-payload-digest')
  const answer = answerOf(type, headers, block)
  if (answer === 'none') return null
  if (answer === 'undecodable') return problem(`what ${url} answered cannot be decoded`)
  const { status, ...content } = answer
  const record: WebRecord = { url, captured, ...content }
  if (type !== 'revisit') return { kind: 'answer', status, record, digest }
  return { kind: 'revisit', record, digest, of: bare(headerOf(headers, 'warc-refers-to-target-uri')) }
}

/** wget writes addresses in angle brackets. */
function bare(url: string | null): string | null {
  return url === null ? null : url.replace(/^<(.*)>$/, '$1')
}

function cutOff(url: string): WarcItem {
  return problem(`it ends in the middle of what ${url === '' ? 'a server' : url} answered`)
}

interface Answer extends Pick<WebRecord, 'mediaType' | 'charset' | 'bytes'> {
  readonly status: number
}

function answerOf(type: string, headers: MimeHeaders, block: Uint8Array): Answer | 'none' | 'undecodable' {
  if (type === 'resource') return { status: 200, bytes: block, ...typeOf(headers) }
  // A revisit may leave out the head of the answer that it stands for.
  if (type === 'revisit' && block.length === 0) return { status: 200, mediaType: '', charset: null, bytes: block }
  return readAnswer(block)
}

function readAnswer(block: Uint8Array): Answer | 'none' | 'undecodable' {
  const head = Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, MOST_HEADER_BYTES)).toString('latin1')
  const [line, status] = /^HTTP\/[\d.]+\s+(\d{3})[^\n]*\n/.exec(head) ?? []
  if (line === undefined) return 'none'
  const { headers, bodyStart } = readHeaders(head, line.length)
  const chunked = /chunked/i.test(headerOf(headers, 'transfer-encoding') ?? '')
  const body = decodeHttpBody(block.subarray(bodyStart), chunked, headerOf(headers, 'content-encoding'))
  return body === null ? 'undecodable' : { status: Number(status), bytes: new Uint8Array(body), ...typeOf(headers) }
}

function typeOf(headers: MimeHeaders): Pick<Answer, 'mediaType' | 'charset'> {
  const { value: mediaType, parameters } = parseParameters(headerOf(headers, 'content-type') ?? '')
  return { mediaType, charset: parameters.get('charset') ?? null }
}
