import type { JsonObject } from '../../../shared/json.ts'
import type { DraftContent } from '../draft.ts'
import type { ImportFormat } from '../format.ts'
import { lookAtJson } from '../json/json-look.ts'
import { namesField, objectsField, textField } from '../json/json-fields.ts'
import { readJsonParts, type JsonExport } from './saved/read-json-in-batches.ts'
import type { EntryOfWhole } from './saved/read-json-whole.ts'
import { NOTHING_SAVED } from './saved/saved-item.ts'
import { waysOf } from './saved/ways-of.ts'

/**
 * Linkwarden's backup. Only links and collections are read of it; it holds the account's e-mail address and settings
 * too, which are nobody's business here.
 */
export const linkwarden: ImportFormat = {
  id: 'linkwarden',
  confidence: (source) => {
    const look = lookAtJson(source)
    return look?.root === 'object' && ['collections', 'links', 'name'].every((one) => look.names.has(one))
      ? 'certain'
      : 'no'
  },
  read: (source) => readJsonParts(source, LINKWARDEN_EXPORT),
  restoreContent: (): DraftContent => ({ kind: 'none' }),
}

/** Links lie in their collections, which form a tree; those that are pinned are named once more behind. */
export const LINKWARDEN_EXPORT: JsonExport = {
  names: { format: 'linkwarden', service: 'linkwarden' },
  parts: { entries: 'collections', about: { collections: ['id', 'name', 'parentId'], pinnedLinks: ['id'] } },
  entriesOf,
}

function* entriesOf(backup: JsonObject): Generator<EntryOfWhole> {
  const collections = objectsField(backup, 'collections')
  const ways = waysOf(collections)
  const pinned = new Set(objectsField(backup, 'pinnedLinks').map((link) => textField(link, 'id')))
  for (const collection of collections) {
    const way = ways.get(textField(collection, 'id') ?? '') ?? []
    for (const link of objectsField(collection, 'links')) {
      const id = textField(link, 'id')
      const item = {
        ...NOTHING_SAVED,
        id,
        url: textField(link, 'url'),
        title: textField(link, 'name'),
        description: textField(link, 'description'),
        tags: namesField(link, 'tags'),
        collections: [way],
        added: textField(link, 'importDate') ?? textField(link, 'createdAt'),
        starred: id !== null && pinned.has(id),
      }
      yield { item, entry: { ...link, collection: way } }
    }
  }
}
