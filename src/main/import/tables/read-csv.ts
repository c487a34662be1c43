import { pipeline, Readable } from 'node:stream'
import { CsvError, parse as createParser } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { MAX_ITEM_BYTES } from '../limits.ts'
import { decodeTable } from './decode-table.ts'
import { delimiterOf } from './delimiter-of.ts'

/** One row of a table by the names in its first row. */
export interface CsvRow {
  /** From 1; the row of names is not counted. */
  readonly number: number
  /** Fields by column, names in lower case without blanks around; a column that the row does not reach is absent. */
  readonly fields: ReadonlyMap<string, string>
}

/** A row, or what is wrong with one: `reason` in words. */
export type CsvRowOrFailure = CsvRow | { readonly number: number; readonly fields: null; readonly reason: string }

const LENIENT = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
  max_record_size: MAX_ITEM_BYTES,
} as const

/** Bytes in which the names of a table's columns stand. */
const COLUMNS_WITHIN = 4096

const looks = new WeakMap<Uint8Array, readonly string[]>()

/**
 * Column names of a table by the beginning of its bytes, in lower case; empty when it is none. Every format of tables
 * asks, so the answer is remembered.
 */
export function csvColumns(head: Uint8Array): readonly string[] {
  const known = looks.get(head)
  if (known !== undefined) return known
  const isWide = head[0] === 0xff && head[1] === 0xfe
  const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(head.subarray(0, COLUMNS_WITHIN))
  const columns = firstRecord(text).map(columnName)
  looks.set(head, columns)
  return columns
}

function firstRecord(text: string): readonly string[] {
  try {
    return parse(text, { ...LENIENT, delimiter: delimiterOf(text), to: 1 })[0] ?? []
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}

/**
 * Reads a table (comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252; line breaks in quotes) row by row. Too few or
 * too many columns are no reason to lose a row; what is broken (a quote that never ends) is told last. Throws the system's error when reading breaks off.
 */
export async function* readCsv(stream: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRowOrFailure> {
  const texts = decodeTable(stream)
  const first = await texts.next()
  if (first.done === true) return
  const broken: string[] = []
  const parser = createParser({
    ...LENIENT,
    delimiter: delimiterOf(first.value),
    on_skip: (error) => {
      broken.push(error?.message ?? 'unknown')
      return undefined
    },
  })
  pipeline(Readable.from(continued(first.value, texts)), parser, () => undefined)
  let number = 0
  let columns: readonly string[] | undefined
  for await (const record of parser as AsyncIterable<readonly string[]>) {
    if (columns === undefined) columns = record.map(columnName)
    else yield { number: ++number, fields: fieldsOf(columns, record) }
  }
  for (const reason of broken) yield { number: ++number, fields: null, reason }
}

async function* continued(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first
  yield* rest
}

function columnName(name: string): string {
  return name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
}

/** Of two columns of one name the first that says something. */
function fieldsOf(columns: readonly string[], record: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const [index, value] of record.entries()) {
    const column = columns[index] ?? `column ${String(index + 1)}`
    if ((fields.get(column) ?? '') === '') fields.set(column, value)
  }
  return fields
}
