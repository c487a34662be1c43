import { appError } from '../../../shared/app-error.ts'
import type { Bundle, BundleFile, DraftOrFailure, ImportSource, ReadFile } from '../format.ts'
import { csvColumns } from '../tables/read-csv.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { parsePythonList } from './saved/python-list.ts'
import { readContentFile } from './saved/read-content-file.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { failureAt, readRows, rowOrigin, tableFormat, type TableRow } from './saved/table-format.ts'

const NAMES = { format: 'readwise-reader', service: 'readwise-reader' } as const

/** `Title (01h…).html`: Reader's id of a document in the name of its file. */
const FILE = /\(([0-9a-z]{26})\)\.(?:html?|pdf|epub|md|txt)$/i

/**
 * Readwise Reader: the library's CSV, the ZIP of files, or both in one folder. A file and a row of one id are one
 * article, also when they are brought in at different times.
 */
export const readwiseReader = {
  ...tableFormat({ id: NAMES.format, service: NAMES.service, isOwn, itemOf }),
  read,
  restoreContent: (original: { readonly bytes: Uint8Array; readonly mediaType: string }) =>
    original.mediaType === 'text/html'
      ? ({ kind: 'article', bytes: original.bytes, declaredEncoding: null } as const)
      : ({ kind: 'none' } as const),
  bundle: { sign: FILE, claim, read: readBundle },
}

const KNOWN = new Set(['title', 'url', 'id', 'document tags', 'saved date', 'reading progress', 'location', 'seen'])

function isOwn(columns: ReadonlySet<string>): boolean {
  return ['title', 'url', 'id', 'document tags', 'saved date', 'location'].every((column) => columns.has(column))
}

async function claim({ files }: Bundle): Promise<readonly BundleFile[]> {
  const own: BundleFile[] = []
  for (const file of files.filter(({ name }) => !name.includes('/'))) {
    if (/\.csv$/i.test(file.name) && (await isLibrary(file))) own.push(file)
  }
  return [...own, ...filesById(files).values()]
}

/** One file an id: of several the last; the others are files by themselves. */
function filesById(files: readonly BundleFile[]): Map<string, BundleFile> {
  const byId = new Map<string, BundleFile>()
  for (const file of files) {
    const id = file.name.includes('/') ? undefined : FILE.exec(file.name)?.[1]
    if (id !== undefined) byId.set(id.toLowerCase(), file)
  }
  return byId
}

async function isLibrary(file: ImportSource): Promise<boolean> {
  const head = await file.head()
  return head.ok && isOwn(new Set(csvColumns(head.value)))
}

async function* readBundle({ files }: Bundle, readFile: ReadFile): AsyncGenerator<DraftOrFailure> {
  const byId = filesById(files)
  for (const table of files.filter(({ name }) => !FILE.test(name))) yield* readLibrary(table, byId, readFile)
  for (const [id, file] of byId) {
    const title = file.name.replace(FILE, '').trim()
    yield* readContentFile({ ...NOTHING_SAVED, id, title: title === '' ? null : title }, file, NAMES, readFile)
  }
}

async function* read(source: ImportSource): AsyncGenerator<DraftOrFailure> {
  yield* readLibrary(source, new Map(), () => noFiles())
}

// eslint-disable-next-line @typescript-eslint/require-await -- a table by itself has no files
async function* noFiles(): AsyncGenerator<DraftOrFailure> {
  yield* []
}

/** Rows with the file of their id, which is then taken from the files. */
async function* readLibrary(
  source: ImportSource,
  files: Map<string, BundleFile>,
  readFile: ReadFile,
): AsyncGenerator<DraftOrFailure> {
  for await (const row of readRows(source)) {
    if (!row.ok) {
      yield row.failure
      continue
    }
    const item = itemOf(row.row)
    const file = files.get(item.id?.toLowerCase() ?? '')
    const origin = rowOrigin(source, row, NAMES)
    if (row.row.get('location')?.toLowerCase() === 'feed') {
      if (file !== undefined) files.delete(item.id?.toLowerCase() ?? '')
      yield failureAt(origin.path, appError('import/not-saved', { path: origin.path, title: item.title }))
    } else if (file === undefined) {
      yield draftOfSaved(item, origin)
    } else {
      files.delete(item.id?.toLowerCase() ?? '')
      yield* readContentFile(item, file, NAMES, readFile)
    }
  }
}

function itemOf(row: TableRow): SavedItem {
  const location = row.get('location')?.toLowerCase() ?? 'new'
  const progress = Number(row.get('reading progress') ?? 0)
  const isRead = location === 'archive' || progress >= 0.99
  return {
    ...NOTHING_SAVED,
    id: row.get('id')?.toLowerCase() ?? null,
    url: row.get('url'),
    title: row.get('title'),
    tags: parsePythonList(row.get('document tags')),
    added: row.get('saved date'),
    state: isRead ? 'read' : progress > 0 ? 'reading' : 'unread',
    starred: location === 'shortlist',
    unknown: row.rest(KNOWN),
  }
}
