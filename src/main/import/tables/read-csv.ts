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
 * too many columns are no reason to lose a row; what is broken is told after the rows before it. Behind a quote that
 * never ends, reading goes on with the next line. Throws the system's error when reading breaks off.
 */
export async function* readCsv(stream: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRowOrFailure> {
  const texts = decodeTable(stream)
  const first = await texts.next()
  if (first.done === true) return
  const table: Table = { delimiter: delimiterOf(first.value), columns: undefined, number: 0, endless: 0 }
  yield* readRows(continued(first.value, texts), table)
}

interface Table {
  readonly delimiter: string
  columns: readonly string[] | undefined
  number: number
  /** Quotes so far that never end. */
  endless: number
}

/** Quotes that never end; in a table with more of them a quote means nothing. */
const MOST_ENDLESS = 20

async function* readRows(texts: AsyncIterable<string>, table: Table): AsyncGenerator<CsvRowOrFailure> {
  const broken: CsvError[] = []
  const tail = createTail()
  const parser = createParser({
    ...LENIENT,
    delimiter: table.delimiter,
    quote: table.endless < MOST_ENDLESS ? '"' : false,
    info: true,
    on_skip: (error) => {
      if (error !== undefined) broken.push(error)
      return undefined
    },
  })
  pipeline(Readable.from(tail.keep(texts)), parser, () => undefined)
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { bytes: number } }>) {
    tail.forget(info.bytes)
    if (table.columns === undefined) table.columns = record.map(columnName)
    else yield { number: ++table.number, fields: fieldsOf(table.columns, record) }
  }
  for (const { message } of broken) yield { number: ++table.number, fields: null, reason: message }
  if (broken.some(({ code }) => code === 'CSV_QUOTE_NOT_CLOSED')) yield* readBehind(tail.rest(), table)
}

/**
 * Rows behind the line of a quote that never ends. When none of them is as wide as the table, they are the words in that
 * quote: the file was cut there.
 */
async function* readBehind(text: string, table: Table): AsyncGenerator<CsvRowOrFailure> {
  const rest = text.replace(/^[\r\n]*[^\r\n]*[\r\n]*/, '')
  if (rest === '' || table.columns === undefined) return
  table.endless++
  const width = new Set(table.columns).size
  const held: CsvRowOrFailure[] = []
  let isTable = false
  for await (const row of readRows(continued(rest, nothing()), table)) {
    isTable ||= row.fields !== null && row.fields.size >= width
    held.push(row)
    if (isTable) yield* held.splice(0)
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- there is no more to read
async function* nothing(): AsyncGenerator<string> {
  yield* []
}

/** What was read of a text since the end of its last record. */
function createTail() {
  const pieces: Buffer[] = []
  let start = 0
  let wanted = 0
  return {
    keep: async function* (texts: AsyncIterable<string>): AsyncGenerator<string> {
      for await (const text of texts) {
        pieces.push(Buffer.from(text))
        yield text
      }
    },
    /** Bytes of the text that are not needed any more, from its beginning. */
    forget: (bytes: number): void => {
      wanted = bytes
      for (let first = pieces[0]; first !== undefined && start + first.length <= bytes; first = pieces[0]) {
        start += first.length
        pieces.shift()
      }
    },
    rest: (): string =>
      Buffer.concat(pieces)
        .subarray(wanted - start)
        .toString(),
  }
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
