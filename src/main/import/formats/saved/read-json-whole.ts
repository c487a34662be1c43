import { appError } from '../../../../shared/app-error.ts'
import { isJsonObject, type JsonObject } from '../../../../shared/json.ts'
import type { DraftOrFailure, ImportSource } from '../../format.ts'
import { parseJson } from '../../json/parse-json.ts'
import { readWhole, wholeFailure } from '../read-whole.ts'
import { draftOfSaved, type SavedOrigin } from './draft-of-saved.ts'
import type { SavedItem } from './saved-item.ts'

/** An entry with the part of the document that it was made from. */
export interface EntryOfWhole {
  readonly item: SavedItem
  readonly entry: JsonObject
}

/** Reads a JSON document whole, for exports whose entries refer to one another (lists in a tree). */
export function readJsonWhole(
  source: ImportSource,
  names: Pick<SavedOrigin, 'format' | 'service'>,
  entriesOf: (document: JsonObject) => Iterable<EntryOfWhole>,
): AsyncIterable<DraftOrFailure> {
  return readWhole(source, function* (bytes): Generator<DraftOrFailure> {
    const parsed = parseJson(bytes)
    if (!parsed.ok) {
      yield wholeFailure(source, bytes, parsed.error)
      return
    }
    if (!isJsonObject(parsed.value)) {
      yield wholeFailure(source, bytes, appError('import/malformed', { reason: 'it is no export' }))
      return
    }
    let number = 0
    for (const { item, entry } of entriesOf(parsed.value)) {
      const path = `${source.path}#${String(++number)}`
      const original = { bytes: new TextEncoder().encode(JSON.stringify(entry)), mediaType: 'application/json' }
      yield draftOfSaved(item, { ...names, path, original, fileName: source.fileName, position: null })
    }
  })
}
