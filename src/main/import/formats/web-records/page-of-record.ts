import type { Draft, DraftFile } from '../../draft.ts'
import { decode } from '../../encoding/decode.ts'
import { sha256 } from '../../steps/sha256.ts'
import { keepFiles, type PageFile } from '../saved-page/keep-files.ts'
import { NOTHING_STATED } from '../stated-draft.ts'
import { addressesOfPage, addressesOfStyle } from './shown-addresses.ts'
import { recordAddress, type WebRecord, type WebRecords } from './web-record.ts'

/** Where a page of a web archive was found. */
export interface RecordPlace {
  readonly format: string
  /** Path of the archive, for the report. */
  readonly path: string
  readonly fileName: string | null
}

/** Files looked for at one page, those of its style sheets among them; bytes that they may have together. */
const MOST_FILES = 1_000
const MOST_BYTES = 64 * 1024 * 1024

/**
 * A page of a web archive as a draft, with the pictures, styles and fonts that the archive holds of it. The page's own
 * bytes are its original.
 */
export async function pageOfRecord(page: WebRecord, records: WebRecords, place: RecordPlace): Promise<Draft> {
  const { url, bytes, charset, captured } = page
  return {
    ...NOTHING_STATED,
    key: { sourceHash: sha256(bytes), key: `${url} ${captured ?? ''}` },
    source: `${place.path}#${url}`,
    format: place.format,
    content: { kind: 'html', bytes, declaredEncoding: charset },
    original: { bytes, mediaType: 'text/html' },
    fileName: place.fileName,
    files: await filesOfPage(page, records),
    url,
    captured,
  }
}

async function filesOfPage(page: WebRecord, records: WebRecords): Promise<readonly DraftFile[]> {
  const html = decode(page.bytes, { declared: page.charset, kind: 'html' }).text
  const wanted = [...addressesOfPage(html, page.url).shown]
  const asked = new Set<string>()
  const files: PageFile[] = []
  let room = MOST_BYTES
  for (let address = wanted.shift(); address !== undefined && asked.size < MOST_FILES; address = wanted.shift()) {
    const name = recordAddress(address)
    if (asked.has(name)) continue
    asked.add(name)
    const record = await records.find(name)
    if (record === null || record.bytes.length > room) continue
    room -= record.bytes.length
    files.push({ addresses: [name], mediaType: record.mediaType, bytes: () => record.bytes })
    if (record.mediaType === 'text/css') {
      wanted.push(...addressesOfStyle(new TextDecoder().decode(record.bytes), record.url))
    }
  }
  return keepFiles(files, page.url)
}
