import { isJsonObject, type Json, type JsonObject } from '../../../shared/json.ts'
import type { DraftContent } from '../draft.ts'
import type { ImportFormat } from '../format.ts'
import { lookAtJson } from '../json/json-look.ts'
import { cutNames, listField, textField } from '../json/json-fields.ts'
import { readJsonWhole, type EntryOfWhole } from './saved/read-json-whole.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'

/** Bookmarks as browsers keep them: Firefox' backup in JSON, and the file `Bookmarks` of Chrome and its kin. */
export const browserBookmarks: ImportFormat = {
  id: 'browser-bookmarks',
  confidence: (source) => {
    const look = lookAtJson(source)
    const isFirefox = look?.names.has('root') === true && look.names.has('guid') && look.names.has('dateAdded')
    const isChrome = look?.names.has('roots') === true && look.names.has('date_added')
    return look?.root === 'object' && (isFirefox || isChrome) ? 'certain' : 'no'
  },
  read: (source) => readJsonWhole(source, { format: 'browser-bookmarks', service: 'browser' }, entriesOf),
  restoreContent: (): DraftContent => ({ kind: 'none' }),
}

interface Folder {
  readonly node: JsonObject
  readonly way: readonly string[]
}

function* entriesOf(document: JsonObject): Generator<EntryOfWhole> {
  const { roots } = document
  const tops = isJsonObject(roots) ? Object.values(roots).filter((node: Json) => isJsonObject(node)) : null
  // The root of Firefox is no folder that anybody made.
  const waiting: Folder[] = tops === null ? [{ node: document, way: [] }] : tops.map((node) => named(node, []))
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const inside: Folder[] = []
    for (const child of listField(next.node, 'children')) {
      if (!isJsonObject(child)) continue
      if (child['children'] !== undefined) inside.push(named(child, next.way))
      else if (textField(child, 'url') !== null || textField(child, 'uri') !== null) {
        yield { entry: child, item: itemOf(child, next.way) }
      }
    }
    waiting.unshift(...inside)
  }
}

function named(node: JsonObject, way: readonly string[]): Folder {
  return { node, way: [...way, textField(node, 'title') ?? textField(node, 'name') ?? 'Unnamed'] }
}

function itemOf(node: JsonObject, way: readonly string[]): SavedItem {
  return {
    ...NOTHING_SAVED,
    url: textField(node, 'uri') ?? textField(node, 'url'),
    title: textField(node, 'title') ?? textField(node, 'name'),
    tags: cutNames(textField(node, 'tags'), ','),
    collections: [way],
    added: textField(node, 'dateAdded') ?? textField(node, 'date_added'),
  }
}
