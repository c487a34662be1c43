import { isJsonObject, type JsonObject } from '../../../shared/json.ts'
import type { DraftContent } from '../draft.ts'
import type { ImportFormat } from '../format.ts'
import { lookAtJson } from '../json/json-look.ts'
import { parseJson } from '../json/parse-json.ts'
import { flagField, namesField, objectsField, textField } from '../json/json-fields.ts'
import { readJsonParts, type JsonExport } from './saved/read-json-in-batches.ts'
import type { EntryOfWhole } from './saved/read-json-whole.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { waysOf } from './saved/ways-of.ts'

/** Karakeep's JSON, with or without lists. Notes of text alone are articles; smart lists are searches, not places. */
export const karakeep: ImportFormat = {
  id: 'karakeep',
  confidence: (source) => {
    const look = lookAtJson(source)
    const names = ['bookmarks', 'createdAt', 'content', 'tags']
    return look?.root === 'object' && names.every((one) => look.names.has(one)) ? 'certain' : 'no'
  },
  read: (source) => readJsonParts(source, KARAKEEP_EXPORT),
  restoreContent: (original) => {
    const entry = parseJson(original.bytes)
    return entry.ok && isJsonObject(entry.value) ? contentOf(entry.value) : { kind: 'none' }
  },
}

/** Bookmarks name the lists that they are in. */
export const KARAKEEP_EXPORT: JsonExport = {
  names: { format: 'karakeep', service: 'karakeep' },
  parts: { entries: 'bookmarks', about: { lists: ['id', 'name', 'parentId', 'type'] } },
  entriesOf,
}

function* entriesOf(document: JsonObject): Generator<EntryOfWhole> {
  const lists = objectsField(document, 'lists')
  const ways = waysOf(lists)
  const places = new Set(
    lists.filter((list) => textField(list, 'type') !== 'smart').map((list) => textField(list, 'id')),
  )
  for (const entry of objectsField(document, 'bookmarks')) {
    const collections = namesField(entry, 'lists')
      .filter((id) => places.has(id))
      .map((id) => ways.get(id) ?? [])
    yield { entry, item: itemOf(entry, collections) }
  }
}

function itemOf(entry: JsonObject, collections: SavedItem['collections']): SavedItem {
  return {
    ...NOTHING_SAVED,
    id: textField(entry, 'id'),
    url: textField(bodyOf(entry), 'url') ?? textField(bodyOf(entry), 'sourceUrl'),
    title: textField(entry, 'title'),
    note: textField(entry, 'note'),
    tags: namesField(entry, 'tags'),
    collections,
    added: textField(entry, 'createdAt'),
    state: flagField(entry, 'archived') ? 'read' : 'unread',
    starred: flagField(entry, 'favourited'),
    content: contentOf(entry),
  }
}

function bodyOf(entry: JsonObject): JsonObject {
  const body = entry['content']
  return isJsonObject(body) ? body : {}
}

function contentOf(entry: JsonObject): DraftContent {
  const text = textField(bodyOf(entry), 'text')
  if (text === null) return { kind: 'none' }
  return { kind: 'markdown', bytes: new TextEncoder().encode(text), declaredEncoding: 'utf-8' }
}
