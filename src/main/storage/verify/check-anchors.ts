import type { Database } from 'better-sqlite3'
import { decompress } from '../decode-chunk.ts'
import type { Check } from './check.ts'
import { guard } from './check.ts'
import { walkIds } from './walk-ids.ts'

interface AnchorRow {
  readonly uid: string
  readonly quote: string | null
  readonly made_on: number | null
  readonly rendition: number | null
  readonly start_offset: number | null
  readonly end_offset: number | null
  readonly status: string | null
  readonly strategy: string | null
  readonly text_length: number | null
}

/**
 * Every highlight has a place on the rendition it was made on, where its quote stands, or is known to have none there or
 * another given by hand; every place lies within its text.
 */
export const checkAnchors: Check = (context) => {
  const anchors = context.database.prepare<[number], AnchorRow>(
    `SELECT annotation.uid, annotation.quote, annotation.rendition AS made_on, anchor.rendition, anchor.start_offset,
            anchor.end_offset, anchor.status, anchor.strategy, rendition.text_length
     FROM annotation LEFT JOIN anchor ON anchor.annotation = annotation.id
                     LEFT JOIN rendition ON rendition.id = anchor.rendition
     WHERE annotation.id = ?`,
  )
  const readText = createReadText(context.database)
  return walkIds(context, 'annotation', (id) => {
    guard(context, { kind: 'anchor', uid: `annotation ${String(id)}` }, () => {
      const rows = anchors.all(id)
      const problem = rows.map(findOutside).find(isProblem) ?? findQuoteProblem(rows, readText)
      const [first] = rows
      if (first !== undefined && problem !== undefined)
        context.report({ kind: 'anchor', uid: first.uid, reason: problem })
    })
    context.done()
  })
}

function isProblem(problem: string | undefined): boolean {
  return problem !== undefined
}

function findOutside(row: AnchorRow): string | undefined {
  const { start_offset: start, end_offset: end, text_length: length } = row
  if (start === null || end === null || length === null) return undefined
  return start < 0 || end < start || end > length
    ? `lies at ${String(start)} to ${String(end)} in a text of ${String(length)} characters`
    : undefined
}

function findQuoteProblem(
  rows: readonly AnchorRow[],
  readText: (rendition: number) => string | undefined,
): string | undefined {
  const [annotation] = rows
  if (annotation === undefined || annotation.made_on === null) return undefined
  const own = rows.find((row) => row.rendition === row.made_on)
  // Brought in without a place, refused by a person, or put elsewhere by one: all of it is known and no damage.
  if (own?.status === 'orphan' || own?.status === 'rejected' || own?.strategy === 'manual') return undefined
  if (own === undefined || own.start_offset === null || own.end_offset === null) {
    return 'has no place on the rendition it was made on'
  }
  // A text that cannot be read is damage of its own, reported by checkRenditions.
  const text = readText(annotation.made_on)
  if (text === undefined || text.slice(own.start_offset, own.end_offset) === own.quote) return undefined
  return 'another text stands at its place on the rendition it was made on'
}

/** Texts by rendition; the last one is kept, since highlights of an article lie together. */
function createReadText(database: Database): (rendition: number) => string | undefined {
  const find = database.prepare<[number], Uint8Array>('SELECT text_zstd FROM rendition WHERE id = ?').pluck()
  let last: { readonly rendition: number; readonly text: string | undefined } | undefined
  return (rendition) => {
    if (last?.rendition === rendition) return last.text
    const compressed = find.get(rendition)
    const bytes = compressed === undefined ? undefined : decompress(compressed)
    last = { rendition, text: bytes?.ok === true ? Buffer.from(bytes.value).toString('utf8') : undefined }
    return last.text
  }
}
