import { cutNames } from '../json/json-fields.ts'
import type { DraftContent } from '../draft.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { tableFormat, type TableRow } from './saved/table-format.ts'

/** mymind's CSV. Cards without an address hold their text; of the others the content is only what was marked. */
const table = tableFormat({
  id: 'mymind',
  service: 'mymind',
  isOwn: (columns) =>
    ['id', 'type', 'title', 'url', 'content', 'note', 'tags', 'created'].every((one) => columns.has(one)),
  itemOf,
})

/** mymind's CSV. */
export const mymind = { ...table, restoreContent: restore }

const KNOWN = new Set(['id', 'type', 'title', 'url', 'content', 'note', 'tags', 'created'])

function itemOf(row: TableRow): SavedItem {
  const url = row.get('url')
  return {
    ...NOTHING_SAVED,
    id: row.get('id'),
    url,
    title: row.get('title'),
    tags: cutNames(row.get('tags'), ','),
    added: row.get('created'),
    note: row.get('note'),
    description: url === null ? null : row.get('content'),
    content: url === null ? contentOf(row.get('content')) : { kind: 'none' },
    unknown: row.rest(KNOWN),
  }
}

function contentOf(text: string | null): DraftContent {
  if (text === null) return { kind: 'none' }
  return { kind: 'markdown', bytes: new TextEncoder().encode(text), declaredEncoding: 'utf-8' }
}

function restore({ bytes }: { readonly bytes: Uint8Array }): DraftContent {
  try {
    const row = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>
    const { url, content } = row
    const isLink = typeof url === 'string' && url.trim() !== ''
    return isLink || typeof content !== 'string' ? { kind: 'none' } : contentOf(content.trim() || null)
  } catch {
    return { kind: 'none' }
  }
}
