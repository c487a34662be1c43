import { appError } from '../../../../shared/app-error.ts'
import { isJsonObject, type JsonObject } from '../../../../shared/json.ts'
import type { BundleReader, DraftOrFailure, ImportFormat, ImportSource } from '../../format.ts'
import { lookAtJson, type JsonLook } from '../../json/json-look.ts'
import { parseJson } from '../../json/parse-json.ts'
import { readJsonItems, type JsonItem } from '../../json/read-json-items.ts'
import { MAX_ITEM_BYTES } from '../../limits.ts'
import { readError } from '../../sources/read-error.ts'
import { draftOfSaved } from './draft-of-saved.ts'
import type { SavedItem } from './saved-item.ts'
import { failureAt } from './table-format.ts'

/** What tells one export in JSON from another. */
export interface JsonFormat {
  readonly id: string
  readonly service: string
  readonly isOwn: (look: JsonLook) => boolean
  /** Name of the member that lists the entries; empty for a document that is a list. */
  readonly member: string
  readonly itemOf: (entry: JsonObject) => SavedItem
  readonly bundle?: BundleReader
}

/** A format of JSON documents that list entries; read entry by entry, whatever their number. */
export function jsonFormat(json: JsonFormat): ImportFormat {
  const { id, isOwn, itemOf, bundle } = json
  return {
    id,
    confidence: (source) => {
      const look = lookAtJson(source)
      return look !== null && isOwn(look) ? 'certain' : 'no'
    },
    read: (source) => readEntries(source, json),
    restoreContent: (original) => {
      const entry = parseJson(original.bytes)
      return entry.ok && isJsonObject(entry.value) ? itemOf(entry.value).content : { kind: 'none' }
    },
    ...(bundle === undefined ? {} : { bundle }),
  }
}

/** An entry with what is kept of it, or why it cannot be read. */
export type ReadEntry =
  | {
      readonly ok: true
      readonly entry: JsonObject
      readonly item: JsonItem
      readonly bytes: Uint8Array
      readonly path: string
    }
  | { readonly ok: false; readonly failure: DraftOrFailure & { readonly ok: false } }

/** Reads the entries that a member of a JSON document lists; a broken document is one failure after those before. */
export async function* readObjects(source: ImportSource, member: string): AsyncGenerator<ReadEntry> {
  try {
    for await (const item of readJsonItems(source.stream(), source.path)) {
      if (item.member === member && item.number > 0) yield readObject(source, item)
    }
  } catch (error) {
    yield { ok: false, failure: failureAt(source.path, readError(source.path, error)) }
  }
}

function readObject(source: ImportSource, item: JsonItem): ReadEntry {
  const path = `${source.path}#${String(item.number)}`
  const { bytes, size } = item
  if (bytes === null) {
    const limit = MAX_ITEM_BYTES
    return { ok: false, failure: failureAt(path, appError('import/too-large', { path, size, limit })) }
  }
  const parsed = parseJson(bytes)
  if (!parsed.ok) return { ok: false, failure: failureAt(path, parsed.error) }
  if (isJsonObject(parsed.value)) return { ok: true, entry: parsed.value, item, bytes, path }
  return { ok: false, failure: failureAt(path, appError('import/malformed', { path, reason: 'it is no entry' })) }
}

async function* readEntries(source: ImportSource, json: JsonFormat): AsyncGenerator<DraftOrFailure> {
  for await (const read of readObjects(source, json.member)) {
    yield read.ok ? draftOfEntry(source, read, json) : read.failure
  }
}

/** Makes a draft of an entry that was read. */
export function draftOfEntry(
  source: ImportSource,
  { entry, item, bytes, path }: ReadEntry & { readonly ok: true },
  { id, service, itemOf }: Pick<JsonFormat, 'id' | 'service' | 'itemOf'>,
): DraftOrFailure {
  return draftOfSaved(itemOf(entry), {
    format: id,
    service,
    path,
    fileName: source.fileName,
    original: { bytes, mediaType: 'application/json' },
    position: item.end,
  })
}
