import type { JsonObject } from '../../../shared/json.ts'
import { cutNames, flagField, textField } from '../json/json-fields.ts'
import { jsonFormat } from './saved/json-format.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'

/** Pinboard's JSON. */
export const pinboard = jsonFormat({
  id: 'pinboard',
  service: 'pinboard',
  isOwn: ({ root, names }) =>
    root === 'list' && ['href', 'description', 'extended', 'time'].every((name) => names.has(name)),
  member: '',
  itemOf,
})

function itemOf(entry: JsonObject): SavedItem {
  return {
    ...NOTHING_SAVED,
    id: textField(entry, 'hash'),
    url: textField(entry, 'href'),
    title: textField(entry, 'description'),
    note: textField(entry, 'extended'),
    added: textField(entry, 'time'),
    // What is not marked to be read was saved to be kept.
    state: flagField(entry, 'toread') ? 'unread' : 'read',
    tags: cutNames(textField(entry, 'tags'), ' '),
    unknown: flagField(entry, 'shared') ? {} : { shared: 'no' },
  }
}
