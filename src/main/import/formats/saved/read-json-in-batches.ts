import { appError } from '../../../../shared/app-error.ts'
import { isJsonObject, type JsonObject } from '../../../../shared/json.ts'
import type { DraftOrFailure, ImportSource } from '../../format.ts'
import { parseJson } from '../../json/parse-json.ts'
import { readJsonItems, type JsonItem } from '../../json/read-json-items.ts'
import { MAX_ITEM_BYTES } from '../../limits.ts'
import { readError } from '../../sources/read-error.ts'
import { draftOfSaved, type SavedOrigin } from './draft-of-saved.ts'
import { readJsonWhole, type EntryOfWhole } from './read-json-whole.ts'
import { failureAt } from './table-format.ts'

/** How an export whose entries refer to one another is cut. */
interface JsonParts {
  /** Member whose elements hold the entries. */
  readonly entries: string
  /** Members that entries refer to, with the fields of their elements that tell what is meant. */
  readonly about: Readonly<Record<string, readonly string[]>>
}

/** What tells one such export from another. */
export interface JsonExport {
  readonly names: Pick<SavedOrigin, 'format' | 'service'>
  readonly parts: JsonParts
  readonly entriesOf: (document: JsonObject) => Iterable<EntryOfWhole>
}

/** Elements that are held at once. */
const BATCH = 200

/** Reads an export whole while it is no larger than an item may be, and a larger one in batches. */
export function readJsonParts(source: ImportSource, read: JsonExport): AsyncIterable<DraftOrFailure> {
  const isLarge = source.size !== null && source.size > MAX_ITEM_BYTES
  return isLarge ? readJsonInBatches(source, read) : readJsonWhole(source, read.names, read.entriesOf)
}

/**
 * Reads a JSON document twice: first what its entries refer to, of which only a few fields are kept, then the entries, some at
 * a time. What stands before a place where it breaks off is read.
 */
export async function* readJsonInBatches(
  source: ImportSource,
  { names, parts, entriesOf }: JsonExport,
): AsyncGenerator<DraftOrFailure> {
  let number = 0
  function* draftsOf(batch: readonly JsonObject[], about: About): Generator<DraftOrFailure> {
    const document = { ...about, [parts.entries]: [...(about[parts.entries] ?? []), ...batch] }
    for (const { item, entry } of entriesOf(document)) {
      const path = `${source.path}#${String(++number)}`
      const original = { bytes: new TextEncoder().encode(JSON.stringify(entry)), mediaType: 'application/json' }
      yield draftOfSaved(item, { ...names, path, original, fileName: source.fileName, position: null })
    }
  }
  const about = await readAbout(source, parts)
  let batch: JsonObject[] = []
  try {
    for await (const item of readJsonItems(source.stream(), source.path)) {
      if (item.member !== parts.entries || item.number === 0) continue
      const read = objectOf(item)
      if (read === null) yield tooLarge(source, item)
      else batch.push(read)
      if (batch.length < BATCH) continue
      yield* draftsOf(batch, about)
      batch = []
    }
    yield* draftsOf(batch, about)
  } catch (error) {
    yield* draftsOf(batch, about)
    yield failureAt(source.path, readError(source.path, error))
  }
}

type About = Readonly<Record<string, readonly JsonObject[]>>

/** The second reading tells where the document breaks off. */
async function readAbout(source: ImportSource, { about }: JsonParts): Promise<About> {
  const kept: Record<string, JsonObject[]> = {}
  try {
    for await (const item of readJsonItems(source.stream(), source.path)) {
      const fields = Object.hasOwn(about, item.member) ? about[item.member] : undefined
      const read = fields === undefined || item.number === 0 ? null : objectOf(item)
      if (fields === undefined || read === null) continue
      const said = Object.fromEntries(fields.flatMap((field) => (field in read ? [[field, read[field] ?? null]] : [])))
      ;(kept[item.member] ??= []).push(said)
    }
  } catch {
    return kept
  }
  return kept
}

/** An element as an object; null for one that is too large, or is none. */
function objectOf({ bytes }: JsonItem): JsonObject | null {
  const parsed = bytes === null ? null : parseJson(bytes)
  return parsed?.ok === true && isJsonObject(parsed.value) ? parsed.value : null
}

function tooLarge(source: ImportSource, { bytes, size, number }: JsonItem): DraftOrFailure {
  const path = `${source.path}#${String(number)}`
  const error =
    bytes === null
      ? appError('import/too-large', { path, size, limit: MAX_ITEM_BYTES })
      : appError('import/malformed', { path, reason: 'it is no entry' })
  return failureAt(path, error)
}
