import type { DraftHighlight } from '../../archive/prepared-article.ts'
import type { Bundle, BundleFile, DraftOrFailure, ImportSource, ReadFile } from '../format.ts'
import { cutNames, isYes } from '../json/json-fields.ts'
import { aHighlight } from './saved/a-highlight.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { readContentFile } from './saved/read-content-file.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { readRows, rowOrigin, tableFormat, type TableRow } from './saved/table-format.ts'

const NAMES = { format: 'matter', service: 'matter' } as const
const HISTORY = /^_matter_history\.csv$/i
const HIGHLIGHTS = /^_matter_highlights\.csv$/i

/** Matter: its ZIP (history, highlights, a page an article), unpacked or not, or the history alone. */
export const matter = {
  ...tableFormat({
    id: NAMES.format,
    service: NAMES.service,
    isOwn: (columns) => ['url', 'publisher', 'word count', 'file id'].every((column) => columns.has(column)),
    itemOf,
    bundle: { sign: HISTORY, claim: ({ files }) => claim(files), read: readBundle },
  }),
  restoreContent: (original: { readonly bytes: Uint8Array; readonly mediaType: string }) =>
    original.mediaType === 'text/html'
      ? ({ kind: 'article', bytes: original.bytes, declaredEncoding: null } as const)
      : ({ kind: 'none' } as const),
}

async function claim(files: readonly BundleFile[]): Promise<readonly BundleFile[]> {
  const tables = files.filter(({ name }) => HISTORY.test(name) || HIGHLIGHTS.test(name))
  const ids = new Set<string>()
  for (const history of tables.filter(({ name }) => HISTORY.test(name))) {
    for await (const row of readRows(history)) if (row.ok) ids.add(fileIdOf(row.row))
  }
  ids.delete('')
  // Of pages with one name the last; the others are files by themselves.
  const pages = new Map(files.filter((file) => !tables.includes(file)).map((file) => [nameOf(file), file]))
  return [...tables, ...[...pages].filter(([name]) => ids.has(name)).map(([, file]) => file)]
}

async function* readBundle({ files }: Bundle, readFile: ReadFile): AsyncGenerator<DraftOrFailure> {
  const pages = new Map(files.map((file) => [nameOf(file), file]))
  const highlights = new Map<string, DraftHighlight[]>()
  for (const table of files.filter(({ name }) => HIGHLIGHTS.test(name))) yield* readHighlights(table, highlights)
  for (const history of files.filter(({ name }) => HISTORY.test(name))) {
    for await (const row of readRows(history)) {
      if (!row.ok) {
        yield row.failure
        continue
      }
      const title = row.row.get('title') ?? ''
      const item = { ...itemOf(row.row), highlights: highlights.get(title) ?? [] }
      highlights.delete(title)
      const page = pages.get(fileIdOf(row.row))
      if (page === undefined) yield draftOfSaved(item, rowOrigin(history, row, NAMES))
      else yield* readContentFile(item, page, NAMES, readFile)
    }
  }
  yield* readOrphans(files, highlights)
}

/** Highlights of a title that the history does not know: they join the article of that title, or wait as a link. */
function* readOrphans(
  files: readonly BundleFile[],
  highlights: ReadonlyMap<string, readonly DraftHighlight[]>,
): Generator<DraftOrFailure> {
  const table = files.find(({ name }) => HIGHLIGHTS.test(name))
  for (const [title, found] of highlights) {
    const original = { bytes: new TextEncoder().encode(JSON.stringify([title, found])), mediaType: 'application/json' }
    const path = `${table?.path ?? ''}#${title}`
    const made = draftOfSaved(
      { ...NOTHING_SAVED, title, highlights: found },
      { ...NAMES, path, original, fileName: null, position: null },
    )
    yield made.ok ? { ...made, draft: { ...made.draft, joins: { title, author: null } } } : made
  }
}

async function* readHighlights(
  table: ImportSource,
  found: Map<string, DraftHighlight[]>,
): AsyncGenerator<DraftOrFailure> {
  for await (const row of readRows(table)) {
    if (!row.ok) {
      yield row.failure
      continue
    }
    const title = row.row.get('title') ?? ''
    const of = found.get(title) ?? []
    of.push(
      ...aHighlight({
        quote: row.row.get('text', 'highlight'),
        note: row.row.get('note', 'notes'),
        created: row.row.get('highlighted date', 'date'),
      }),
    )
    found.set(title, of)
  }
}

const KNOWN = new Set(
  ['title', 'author', 'publisher', 'url', 'tags', 'in queue', 'favorited', 'read', 'saved', 'file id', 'word count', 'highlight count', 'highlight_count'], // prettier-ignore
)

function itemOf(row: TableRow): SavedItem {
  return {
    ...NOTHING_SAVED,
    url: row.get('url'),
    title: row.get('title'),
    author: row.get('author'),
    publication: row.get('publisher'),
    tags: cutNames(row.get('tags'), ';'),
    state: isYes(row.get('read') ?? undefined) ? 'read' : 'unread',
    starred: isYes(row.get('favorited') ?? undefined),
    // "Last Interaction Date" is not when it was saved; it stays a remark.
    unknown: row.rest(KNOWN),
  }
}

function fileIdOf(row: TableRow): string {
  return withoutEnding(row.get('file id') ?? '')
}

function nameOf({ fileName }: BundleFile): string {
  return withoutEnding(fileName ?? '')
}

function withoutEnding(name: string): string {
  return name.replace(/\.x?html?$/i, '')
}
