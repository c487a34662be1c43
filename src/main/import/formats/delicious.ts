import type { JsonObject } from '../../../shared/json.ts'
import { namesField, textField } from '../json/json-fields.ts'
import { jsonFormat } from './saved/json-format.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'

/** Delicious' JSON, as its museum exports it. */
export const delicious = jsonFormat({
  id: 'delicious',
  service: 'delicious',
  isOwn: ({ root, names }) => root === 'list' && ['url', 'created', 'others', 'owner'].every((name) => names.has(name)),
  member: '',
  itemOf,
})

function itemOf(entry: JsonObject): SavedItem {
  return {
    ...NOTHING_SAVED,
    url: textField(entry, 'url'),
    title: textField(entry, 'title'),
    note: textField(entry, 'description'),
    added: textField(entry, 'created'),
    tags: namesField(entry, 'tags'),
  }
}
