import { appError } from '../../../shared/app-error.ts'
import type { DraftContent } from '../draft.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { HEAD_BYTES, MAX_ITEM_BYTES } from '../limits.ts'
import { readError } from '../sources/read-error.ts'
import { readLines } from './read-lines.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { failureAt } from './saved/table-format.ts'

const NAMES = { format: 'links', service: 'links' } as const

/** Addresses, one a line, each with its title behind a bar as OneTab writes it or without; `#` begins a remark. */
export const links: ImportFormat = {
  id: NAMES.format,
  confidence: ({ head }) => (isList(head) ? 'certain' : 'no'),
  read,
  restoreContent: (): DraftContent => ({ kind: 'none' }),
}

const ADDRESS = /^(https?:\/\/[^\s|]+)(?:\s+\|\s*(.*))?$/i

/** The last line seen may be cut. */
function isList(head: Uint8Array): boolean {
  const lines = new TextDecoder().decode(head).split(/\r?\n/)
  if (head.length >= HEAD_BYTES) lines.pop()
  const said = lines
    .map((line) => line.replace(/^\ufeff/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const addresses = said.filter((line) => ADDRESS.test(line))
  if (addresses.length === said.length) return said.length > 0
  // OneTab puts a day between its tabs; without titles the same would be a text that lists its sources.
  return addresses.filter((line) => line.includes(' | ')).length > 1 && addresses.length * 2 >= said.length
}

async function* read(source: ImportSource): AsyncGenerator<DraftOrFailure> {
  try {
    for await (const line of readLines(source.stream(), MAX_ITEM_BYTES)) {
      const path = `${source.path}#${String(line.number)}`
      if (line.bytes === null) {
        yield failureAt(path, appError('import/too-large', { path, size: line.size, limit: MAX_ITEM_BYTES }))
        continue
      }
      const text = new TextDecoder()
        .decode(line.bytes)
        .replace(/^\ufeff/, '')
        .trim()
      if (text === '' || text.startsWith('#')) continue
      const original = { bytes: line.bytes, mediaType: 'text/plain' }
      yield draftOfSaved(itemOf(text), { ...NAMES, path, fileName: source.fileName, original, position: line.end })
    }
  } catch (error) {
    yield failureAt(source.path, readError(source.path, error))
  }
}

function itemOf(line: string): SavedItem {
  const [, url = line, title = ''] = ADDRESS.exec(line) ?? []
  return { ...NOTHING_SAVED, url, title: title === '' ? null : title }
}
