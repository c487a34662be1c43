import { isJsonList, type Json } from '../../../shared/json.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { tableFormat, type TableRow } from './saved/table-format.ts'

/** Instapaper's CSV, with or without `Timestamp` and `Tags`. The folder is all it says of an article's state. */
export const instapaper = tableFormat({
  id: 'instapaper',
  service: 'instapaper',
  isOwn: (columns) => ['url', 'title', 'selection', 'folder'].every((column) => columns.has(column)),
  itemOf,
})

const KNOWN = new Set(['url', 'title', 'selection', 'folder', 'timestamp', 'tags'])

function itemOf(row: TableRow): SavedItem {
  const folder = row.get('folder') ?? 'Unread'
  const isOwnFolder = !/^(?:unread|archive|starred)$/i.test(folder)
  return {
    ...NOTHING_SAVED,
    url: row.get('url'),
    title: row.get('title'),
    added: row.get('timestamp'),
    state: /^archive$/i.test(folder) ? 'read' : 'unread',
    starred: /^starred$/i.test(folder),
    collections: isOwnFolder ? [[folder]] : [],
    tags: tagsOf(row.get('tags')),
    note: row.get('selection'),
    unknown: row.rest(KNOWN),
  }
}

/** A JSON list in a cell; what is none is one tag. */
function tagsOf(cell: string | null): readonly string[] {
  if (cell === null) return []
  try {
    const value = JSON.parse(cell) as Json
    return isJsonList(value) ? value.filter((tag) => typeof tag === 'string') : [cell]
  } catch {
    return [cell]
  }
}
