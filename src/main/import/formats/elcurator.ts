import type { JsonObject } from '../../../shared/json.ts'
import { flagField, namesField, textField } from '../json/json-fields.ts'
import { jsonFormat } from './saved/json-format.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'

/** elCurator's JSON. */
export const elcurator = jsonFormat({
  id: 'elcurator',
  service: 'elcurator',
  isOwn: ({ root, names }) => root === 'list' && ['url', 'is_saved', 'created_at'].every((name) => names.has(name)),
  member: '',
  itemOf,
})

function itemOf(entry: JsonObject): SavedItem {
  return {
    ...NOTHING_SAVED,
    url: textField(entry, 'url'),
    title: textField(entry, 'title'),
    description: textField(entry, 'description'),
    added: textField(entry, 'created_at'),
    starred: flagField(entry, 'is_saved'),
    tags: namesField(entry, 'tags'),
  }
}
