import { cutNames, isYes } from '../json/json-fields.ts'
import { aHighlight } from './saved/a-highlight.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { tableFormat, type TableRow } from './saved/table-format.ts'

/** Raindrop.io's CSV. */
export const raindrop = tableFormat({
  id: 'raindrop',
  service: 'raindrop',
  isOwn: (columns) => ['url', 'folder', 'created', 'cover', 'highlights'].every((column) => columns.has(column)),
  itemOf,
})

const KNOWN = new Set(['id', 'title', 'note', 'excerpt', 'url', 'folder', 'tags', 'created', 'highlights', 'favorite'])

function itemOf(row: TableRow): SavedItem {
  const folder = row.get('folder')
  return {
    ...NOTHING_SAVED,
    id: row.get('id'),
    url: row.get('url'),
    title: row.get('title'),
    description: row.get('excerpt'),
    note: row.get('note'),
    // Names may hold the slash that separates them: only the whole is certain.
    collections: folder === null || /^unsorted$/i.test(folder) ? [] : [[folder]],
    tags: cutNames(row.get('tags'), ','),
    added: row.get('created'),
    starred: isYes(row.get('favorite') ?? undefined),
    highlights: cutNames(row.get('highlights'), /\r?\n/).flatMap((quote) => aHighlight({ quote })),
    unknown: row.rest(KNOWN),
  }
}
