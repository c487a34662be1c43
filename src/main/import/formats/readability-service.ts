import type { JsonObject } from '../../../shared/json.ts'
import { decodeEntities } from '../html/metadata/decode-entities.ts'
import { flagField, textField } from '../json/json-fields.ts'
import { jsonFormat } from './saved/json-format.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { isPlaceholderTitle } from './saved/placeholder-title.ts'

/** JSON of the reading service Readability, which closed in 2016. */
export const readabilityService = jsonFormat({
  id: 'readability',
  service: 'readability',
  isOwn: ({ root, names }) => root === 'object' && names.has('bookmarks') && names.has('article__url'),
  member: 'bookmarks',
  itemOf,
})

function itemOf(entry: JsonObject): SavedItem {
  const title = textField(entry, 'article__title')
  const excerpt = textField(entry, 'article__excerpt')
  return {
    ...NOTHING_SAVED,
    url: textField(entry, 'article__url'),
    title: title === null || isPlaceholderTitle(title) ? null : decodeEntities(title),
    description: excerpt === null ? null : decodeEntities(excerpt),
    added: textField(entry, 'date_added'),
    state: flagField(entry, 'archive') ? 'read' : 'unread',
    starred: flagField(entry, 'favorite'),
  }
}
