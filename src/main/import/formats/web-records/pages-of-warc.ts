import { appError } from '../../../../shared/app-error.ts'
import type { ItemNote } from '../../../../shared/model/item-note.ts'
import { decode } from '../../encoding/decode.ts'
import type { DraftOrFailure } from '../../format.ts'
import { readError } from '../../sources/read-error.ts'
import { sha256 } from '../../steps/sha256.ts'
import { pageOfRecord, type RecordPlace } from './page-of-record.ts'
import { readWarc, type WarcItem } from './read-warc.ts'
import { saysAnything } from './says-anything.ts'
import { createRecordStore, type RecordStore, type StoredRecord } from './record-store.ts'
import { addressesOfPage } from './shown-addresses.ts'
import { isPageType, isShownType, recordAddress, type WebRecord } from './web-record.ts'

/** What is known of a web archive besides its records. */
export interface WarcReading {
  readonly place: RecordPlace
  /** The pages that the archive is of, by address; null = every page in it that no other frames. */
  readonly listed: ReadonlyMap<string, { readonly title: string | null }> | null
  readonly notes: readonly ItemNote[]
}

/** Reads the pages of WARC files that belong together, each with what it shows, and tells what is wrong with them. */
export async function* pagesOfWarc(
  streams: Iterable<AsyncIterable<Uint8Array>>,
  { place, listed, notes }: WarcReading,
): AsyncGenerator<DraftOrFailure> {
  await using store = await createRecordStore()
  const found: FoundPages = { pages: [], frames: new Set(), problems: [], elsewhere: [] }
  for (const stream of streams) {
    try {
      await gather(stream, store, found)
    } catch (error) {
      yield failureOf(place.path, place.path, readError(place.path, error))
    }
  }
  const met = new Set<string>()
  for (const stored of found.pages) {
    const name = recordAddress(stored.url)
    if (listed === null ? found.frames.has(name) : !listed.has(name)) continue
    const page = await store.read(stored)
    // A page that was met again and answered the same is one page.
    const once = `${name} ${sha256(page.bytes)}`
    if (met.has(once)) continue
    met.add(once)
    met.add(name)
    const draft = await pageOfRecord(page, store, place)
    yield { ok: true, draft: { ...draft, notes: [...draft.notes, ...notes] }, position: null }
  }
  if (found.pages.length + found.elsewhere.length + found.problems.length === 0 && listed === null) {
    yield failureOf(place.path, place.path, appError('import/malformed', { reason: 'there is no web page in it' }))
  }
  const missing = listed === null ? found.elsewhere : [...listed.keys()]
  for (const url of missing.filter((name) => !met.has(name))) yield notHere(place.path, url)
  for (const reason of found.problems) yield failureOf(place.path, reason, appError('import/malformed', { reason }))
}

interface FoundPages {
  readonly pages: StoredRecord[]
  readonly frames: Set<string>
  readonly problems: string[]
  /** Pages whose answer was saved in another file. */
  readonly elsewhere: string[]
}

/** Problems of one archive that are told each; a file of noise has one at every turn. */
const MOST_PROBLEMS = 20

/** Servers answer a picture or script that is not there with a page that says so. */
const NO_PAGE = /^[^?#]*\.(?:ico|png|jpe?g|gif|webp|svg|css|js|mjs|woff2?)(?:[?#]|$)/i

async function gather(stream: AsyncIterable<Uint8Array>, store: RecordStore, found: FoundPages): Promise<void> {
  for await (const item of readWarc(stream)) {
    if (item.kind === 'problem') addProblem(found, item.reason)
    else if (item.kind === 'revisit') addRevisit(item, store, found)
    else if (item.status === 200) await addAnswer(item, store, found)
  }
}

function addProblem({ problems }: FoundPages, reason: string): void {
  if (problems.length < MOST_PROBLEMS && !problems.includes(reason)) problems.push(reason)
}

function addRevisit(item: Extract<WarcItem, { kind: 'revisit' }>, store: RecordStore, found: FoundPages): void {
  const { record, digest, of } = item
  const again = store.addAgain(record, { digest, url: of })
  if (again !== null && isPageType(again.mediaType)) found.pages.push(again)
  else if (again === null && isPage(record)) found.elsewhere.push(recordAddress(record.url))
}

async function addAnswer(
  { record, digest }: Extract<WarcItem, { kind: 'answer' }>,
  store: RecordStore,
  found: FoundPages,
): Promise<void> {
  if (isShownType(record.mediaType)) await store.add(record, digest)
  if (!isPage(record)) return
  const stored = await store.add(record, digest)
  if (hasText(record)) found.pages.push(stored)
  for (const frame of framesOf(record)) found.frames.add(frame)
}

function isPage({ mediaType, url }: WebRecord): boolean {
  return isPageType(mediaType) && !NO_PAGE.test(url)
}

function framesOf(record: WebRecord): readonly string[] {
  const html = Buffer.from(record.bytes.buffer, record.bytes.byteOffset, record.bytes.length).toString('latin1')
  if (!/<(?:i?frame|embed|object)\b/i.test(html)) return []
  return addressesOfPage(html, record.url)
    .frames.map(recordAddress)
    .filter((name) => name !== recordAddress(record.url))
}

/** Servers answer much as pages that says nothing (counters, redirects by script): no item of anybody's reading. */
function hasText(record: WebRecord): boolean {
  const { text } = decode(record.bytes.subarray(0, 1_000_000), { declared: record.charset, kind: 'html' })
  return saysAnything(text)
}

function notHere(path: string, url: string): DraftOrFailure {
  const reason = 'the archive lists the page but does not hold it; it may be in another file of the same collection'
  return failureOf(`${path}#${url}`, url, appError('import/malformed', { reason }))
}

function failureOf(source: string, name: string, error: ReturnType<typeof appError>): DraftOrFailure {
  return { ok: false, source, key: { sourceHash: sha256(name), key: 'unread' }, error, position: null }
}
