import { appError } from '../../../shared/app-error.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json.ts'
import { instantOf } from '../dates/instant-of.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { lookText } from './look-text.ts'
import { parseParameters } from './mime/content-type.ts'
import { readWhole, wholeFailure } from './read-whole.ts'
import { restorePage } from './warc.ts'
import { pageOfRecord } from './web-records/page-of-record.ts'
import { addressesOfPage } from './web-records/shown-addresses.ts'
import { isPageType, recordAddress, type WebRecord, type WebRecords } from './web-records/web-record.ts'

/** What a browser's developer tools recorded (HTTP Archive 1.2): the pages in it whose content was saved too. */
export const har: ImportFormat = {
  id: 'har',
  confidence: ({ fileName, head }) => {
    const start = lookText(head)
    const isLog = /^\s*\{\s*"log"\s*:\s*\{/.test(start)
    return isLog && (/\.har$/i.test(fileName ?? '') || /"(?:creator|entries|pages)"\s*:/.test(start)) ? 'certain' : 'no'
  },
  read: (source) => readWhole(source, (bytes) => readLog(source, bytes)),
  restoreContent: restorePage,
}

async function* readLog(source: ImportSource, bytes: Uint8Array): AsyncGenerator<DraftOrFailure> {
  const entries = entriesOf(bytes)
  const pages = entries === null ? [] : entries.flatMap(pageOf)
  if (entries === null || pages.length === 0) {
    const reason =
      entries === null ? 'its JSON is broken, or it ends too early' : 'it was saved without the content of any page'
    yield wholeFailure(source, bytes, appError('import/malformed', { reason }))
    return
  }
  const byUrl = new Map<string, JsonObject>()
  for (const entry of entries) {
    const url = urlOf(entry)
    if (url !== null && hasContent(entry)) byUrl.set(recordAddress(url), entry)
  }
  const records: WebRecords = {
    find: (url) => {
      const entry = byUrl.get(recordAddress(url))
      return Promise.resolve(entry === undefined ? null : recordOf(entry))
    },
  }
  const frames = new Set(pages.flatMap(framesOf))
  const place = { format: har.id, path: source.path, fileName: source.fileName }
  for (const page of pages) {
    if (frames.has(recordAddress(page.url)) && pages.length > 1) continue
    yield { ok: true, draft: await pageOfRecord(page, records, place), position: null }
  }
}

function entriesOf(bytes: Uint8Array): readonly JsonObject[] | null {
  try {
    const har = JSON.parse(new TextDecoder().decode(bytes)) as Json
    const log = isJsonObject(har) ? har['log'] : undefined
    const entries = isJsonObject(log) ? log['entries'] : undefined
    return Array.isArray(entries) ? (entries as readonly Json[]).filter(isJsonObject) : null
  } catch {
    return null
  }
}

function pageOf(entry: JsonObject): readonly WebRecord[] {
  const record = hasContent(entry) ? recordOf(entry) : null
  return record !== null && isPageType(record.mediaType) && record.bytes.length > 0 ? [record] : []
}

function framesOf({ bytes, url }: WebRecord): readonly string[] {
  const html = Buffer.from(bytes).toString('latin1')
  return addressesOfPage(html, url)
    .frames.map(recordAddress)
    .filter((name) => name !== recordAddress(url))
}

function hasContent(entry: JsonObject): boolean {
  const response = objectIn(entry, 'response')
  const status = response['status']
  return (status === 200 || status === 304) && typeof objectIn(response, 'content')['text'] === 'string'
}

/** The text of an answer is text already, decoded by the browser; other content is Base64. */
function recordOf(entry: JsonObject): WebRecord | null {
  const url = urlOf(entry)
  const content = objectIn(objectIn(entry, 'response'), 'content')
  const text = content['text']
  if (url === null || typeof text !== 'string') return null
  const isBase64 = content['encoding'] === 'base64'
  const type = typeof content['mimeType'] === 'string' ? content['mimeType'] : ''
  const { value: mediaType, parameters } = parseParameters(type)
  const started = entry['startedDateTime']
  return {
    url,
    mediaType,
    charset: isBase64 ? (parameters.get('charset') ?? null) : 'utf-8',
    captured: typeof started === 'string' ? instantOf(started) : null,
    bytes: isBase64 ? new Uint8Array(Buffer.from(text, 'base64')) : new TextEncoder().encode(text),
  }
}

function urlOf(entry: JsonObject): string | null {
  const url = objectIn(entry, 'request')['url']
  return typeof url === 'string' && /^https?:/i.test(url) ? url : null
}

function objectIn(parent: JsonObject, name: string): JsonObject {
  const value = Object.hasOwn(parent, name) ? parent[name] : undefined
  return isJsonObject(value) ? value : {}
}
