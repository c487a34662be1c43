import { appError } from '../../../../shared/app-error.ts'
import type { DraftContent } from '../../draft.ts'
import type {
  BundleReader,
  DraftFailure,
  DraftOrFailure,
  FormatConfidence,
  ImportFormat,
  ImportSource,
} from '../../format.ts'
import { readError } from '../../sources/read-error.ts'
import { sha256 } from '../../steps/sha256.ts'
import { csvColumns, readCsv } from '../../tables/read-csv.ts'
import { draftOfSaved, type SavedOrigin } from './draft-of-saved.ts'
import type { SavedItem } from './saved-item.ts'

/** A row by its columns. */
export interface TableRow {
  /** The field of the first of these columns that says something, without blanks around; null when none does. */
  readonly get: (...columns: readonly string[]) => string | null
  /** Fields that were not asked for, for those who come after. */
  readonly rest: (known: ReadonlySet<string>) => Readonly<Record<string, string>>
}

/** What tells one table from another. */
export interface TableFormat {
  readonly id: string
  readonly service: string
  /** Whether columns (in lower case) are its own. */
  readonly isOwn: (columns: ReadonlySet<string>) => boolean
  readonly itemOf: (row: TableRow) => SavedItem
  readonly bundle?: BundleReader
}

/** A format of tables whose rows are entries without text. */
export function tableFormat(table: TableFormat): ImportFormat {
  const { id, isOwn, bundle } = table
  return {
    id,
    confidence: ({ head }): FormatConfidence => (isOwn(new Set(csvColumns(head))) ? 'certain' : 'no'),
    read: (source) => readTable(source, table),
    restoreContent: (): DraftContent => ({ kind: 'none' }),
    ...(bundle === undefined ? {} : { bundle }),
  }
}

/** Reads the rows of a table, each an entry; a row that cannot be read is a failed one. */
export async function* readTable(
  source: ImportSource,
  { id, service, itemOf }: Pick<TableFormat, 'id' | 'service' | 'itemOf'>,
): AsyncGenerator<DraftOrFailure> {
  for await (const read of readRows(source)) {
    if (!read.ok) yield read.failure
    else yield draftOfSaved(itemOf(read.row), rowOrigin(source, read, { format: id, service }))
  }
}

/** A row with what is kept of it. */
export interface ReadRow {
  readonly ok: true
  readonly row: TableRow
  readonly number: number
  /** The row as JSON. */
  readonly bytes: Uint8Array
}

/** Reads the rows of a table; breaking off is one failure at the end. */
export async function* readRows(
  source: ImportSource,
): AsyncGenerator<ReadRow | { readonly ok: false; readonly failure: DraftFailure }> {
  try {
    for await (const { number, fields, ...broken } of readCsv(source.stream())) {
      const path = `${source.path}#${String(number)}`
      if (fields === null) {
        const reason = 'reason' in broken ? broken.reason : ''
        yield { ok: false, failure: failureAt(path, appError('import/malformed', { path, reason })) }
      } else {
        const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(fields)))
        yield { ok: true, row: rowOf(fields), number, bytes }
      }
    }
  } catch (error) {
    yield { ok: false, failure: failureAt(source.path, readError(source.path, error)) }
  }
}

/** Where a row stood. */
export function rowOrigin(
  source: ImportSource,
  { number, bytes }: Pick<ReadRow, 'number' | 'bytes'>,
  names: Pick<SavedOrigin, 'format' | 'service'>,
): SavedOrigin {
  const original = { bytes, mediaType: 'application/json' }
  return { ...names, original, path: `${source.path}#${String(number)}`, fileName: source.fileName, position: null }
}

/** The failure of a place in a source. */
export function failureAt(path: string, error: DraftFailure['error']): DraftFailure {
  return { ok: false, source: path, key: { sourceHash: sha256(path), key: 'unread' }, error, position: null }
}

function rowOf(fields: ReadonlyMap<string, string>): TableRow {
  const get: TableRow['get'] = (...columns) => {
    for (const column of columns) {
      const value = fields.get(column)?.trim().toWellFormed() ?? ''
      if (value !== '') return value
    }
    return null
  }
  return {
    get,
    rest: (known) => Object.fromEntries([...fields].filter(([name, value]) => !known.has(name) && value.trim() !== '')),
  }
}
