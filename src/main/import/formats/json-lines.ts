import { appError, type AppError } from '../../../shared/app-error.ts'
import type { Draft } from '../draft.ts'
import type {
  DraftFailure,
  DraftOrFailure,
  FormatConfidence,
  ImportFormat,
  ImportSource,
  SourceLook,
} from '../format.ts'
import { HEAD_BYTES, MAX_ITEM_BYTES } from '../limits.ts'
import { readError } from '../sources/read-error.ts'
import { sha256 } from '../steps/sha256.ts'
import { CONTENT_FIELDS, contentOfRow, draftOfRow, parseRow, type Row } from './json-row.ts'
import { lookText } from './look-text.ts'
import { readLines } from './read-lines.ts'

/** Articles as JSON, one a line: the fields are in the README, "Formats". Read line by line; a bad line never stops the others. */
export const jsonLines: ImportFormat = {
  id: 'jsonl',
  confidence,
  read,
  restoreContent: (original) => {
    const row = parseRow(original.bytes)
    return row.ok ? contentOfRow(row.value) : { kind: 'none' }
  },
}

function confidence({ fileName, head }: SourceLook): FormatConfidence {
  const named = /\.(?:jsonl|ndjson)$/i.test(fileName ?? '')
  const text = lookText(head).trimStart()
  const end = text.indexOf('\n')
  const isCut = end < 0 && head.length >= HEAD_BYTES
  if (
    isCut ? beginsRow(text) && (named || !/\.json$/i.test(fileName ?? '')) : isRow(end < 0 ? text : text.slice(0, end))
  ) {
    return 'certain'
  }
  return named ? 'likely' : 'no'
}

/** Whether a line longer than what we see begins like an object of JSON. */
function beginsRow(text: string): boolean {
  return /^\{\s*"[^"\\]{1,40}"\s*:/.test(text)
}

/** Whether a line is an object that says something we can take in; others may be lines of any program's data. */
function isRow(line: string): boolean {
  if (!line.startsWith('{')) return false
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && CONTENT_FIELDS.some((field) => Object.hasOwn(value, field))
  } catch {
    return false
  }
}

async function* read(source: ImportSource): AsyncGenerator<DraftOrFailure> {
  const service = source.fileName?.replace(/\.[^.]*$/, '') ?? 'standard-input'
  try {
    for await (const line of readLines(source.stream(), MAX_ITEM_BYTES)) {
      const place = `${source.path}#${String(line.number)}`
      if (line.bytes === null) {
        const error = appError('import/too-large', { path: place, size: line.size, limit: MAX_ITEM_BYTES })
        yield failure(place, new Uint8Array(), error, line.end)
      } else if (line.number === 1 ? !isBlank(withoutMark(line.bytes)) : !isBlank(line.bytes)) {
        yield readLine({ source, service, line: line.number, position: line.end }, withoutMark(line.bytes))
      }
    }
  } catch (error) {
    yield failure(source.path, new Uint8Array(), readError(source.path, error), null)
  }
}

interface LinePlace {
  readonly source: ImportSource
  readonly service: string
  readonly line: number
  readonly position: number
}

function readLine({ source, service, line, position }: LinePlace, bytes: Uint8Array): DraftOrFailure {
  const row = parseRow(bytes)
  if (!row.ok) {
    const error: AppError = { ...row.error, details: { ...row.error.details, line } }
    return failure(`${source.path}#${String(line)}`, bytes, error, position)
  }
  const name = row.value.id ?? String(line)
  const stated = draftOfRow(row.value, service)
  if (stated.content.kind === 'none' && stated.url === null) {
    const fields = Object.keys(row.value.unknown)
    const error =
      fields.length === 0 ? appError('import/empty', { line }) : appError('import/no-text-field', { line, fields })
    return failure(`${source.path}#${name}`, bytes, error, position)
  }
  const draft: Draft = {
    ...stated,
    key: keyOf(row.value, bytes, service),
    source: `${source.path}#${name}`,
    format: jsonLines.id,
    original: { bytes, mediaType: 'application/json' },
    fileName: source.fileName,
  }
  return { ok: true, draft, position }
}

/**
 * A row's key: hash of its own bytes, and service and id. Not the hash of the file, which is known only at its end and
 * changes when a row is appended; not the line number, which changes when one is inserted. So the same import again
 * adds nothing, and a file that grew adds only what is new. The service keeps equal ids of two files apart.
 */
function keyOf(row: Row, bytes: Uint8Array, service: string): Draft['key'] {
  return { sourceHash: sha256(bytes), key: row.id === null ? '' : `${row.service ?? service}/${row.id}` }
}

function failure(source: string, bytes: Uint8Array, error: AppError, position: number | null): DraftFailure {
  return { ok: false, source, key: { sourceHash: sha256(bytes), key: 'unread' }, error, position }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.slice(3) : bytes
}
