import type { JsonObject } from '../../../shared/json.ts'
import { flagField, namesField, textField } from '../json/json-fields.ts'
import { aHighlight } from './saved/a-highlight.ts'
import { jsonFormat } from './saved/json-format.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { objectsField } from '../json/json-fields.ts'

/** GoodLinks' JSON. */
export const goodlinks = jsonFormat({
  id: 'goodlinks',
  service: 'goodlinks',
  isOwn: ({ root, names }) => root === 'list' && ['url', 'addedAt', 'starred'].every((name) => names.has(name)),
  member: '',
  itemOf,
})

function itemOf(entry: JsonObject): SavedItem {
  const readAt = textField(entry, 'readAt')
  return {
    ...NOTHING_SAVED,
    id: textField(entry, 'id'),
    url: textField(entry, 'url') ?? textField(entry, 'originalURL'),
    title: textField(entry, 'title'),
    author: textField(entry, 'author'),
    description: textField(entry, 'summary'),
    added: textField(entry, 'addedAt'),
    state: readAt === null ? 'unread' : 'read',
    starred: flagField(entry, 'starred'),
    tags: namesField(entry, 'tags'),
    highlights: objectsField(entry, 'highlights').flatMap((one) =>
      aHighlight({
        quote: textField(one, 'content'),
        note: textField(one, 'note'),
        color: textField(one, 'color'),
        created: textField(one, 'time'),
      }),
    ),
    unknown: { originalURL: entry['originalURL'] ?? null, readAt },
  }
}
