import { createHash } from 'node:crypto'
import type { Damage } from '../../../shared/model/safekeeping.ts'
import { decompress } from '../decode-chunk.ts'
import type { Check, CheckContext } from './check.ts'
import { guard } from './check.ts'
import { findPartsProblem } from './find-parts-problem.ts'
import { createReadRendition } from './rendition-row.ts'
import type { RenditionRow } from './rendition-row.ts'
import { walkIds } from './walk-ids.ts'

/**
 * Hashes every text anew, compares it with what its HTML says, and looks whether the parts lie within it. Named by the
 * article's uid; the reason tells version and rendition.
 */
export const checkRenditions: Check = (context) => {
  const read = createReadRendition(context.database)
  return walkIds(context, 'rendition', (id) => {
    guard(context, { kind: 'text', uid: `rendition ${String(id)}` }, () => {
      const row = read(id)
      if (row !== undefined) checkRendition(context, row)
    })
    context.done()
  })
}

function checkRendition(context: CheckContext, row: RenditionRow): void {
  const where = `version ${String(row.version)}, rendition ${String(row.number)}: `
  const report = (kind: Damage['kind'], reason: string): void => {
    context.report({ kind, uid: row.article, reason: where + reason })
  }
  const text = readText(row, report)
  if (text === undefined) return
  const html = decompress(row.html_zstd, { dictionary: Buffer.from(text) })
  if (!html.ok) report('html', html.error)
  if (text.length !== row.text_length)
    report('text', `${String(text.length)} characters instead of ${String(row.text_length)}`)
  const problem = findPartsProblem(row.parts, text.length)
  if (problem !== undefined) report('text', problem)
  if (html.ok) compareHtml(context, Buffer.from(html.value).toString('utf8'), text, report)
}

/** The text, when its bytes are those of its hash. */
function readText(row: RenditionRow, report: (kind: Damage['kind'], reason: string) => void): string | undefined {
  const bytes = decompress(row.text_zstd)
  if (!bytes.ok) {
    report('text', bytes.error)
    return undefined
  }
  if (!createHash('sha256').update(bytes.value).digest().equals(row.text_sha256)) {
    report('text', 'the text is not that of the hash')
    return undefined
  }
  return Buffer.from(bytes.value).toString('utf8')
}

function compareHtml(
  context: CheckContext,
  html: string,
  text: string,
  report: (kind: Damage['kind'], reason: string) => void,
): void {
  let said: string
  try {
    said = context.textOf(html)
  } catch (error) {
    // Whatever a parser makes of damaged HTML, it is the HTML's damage.
    report('html', `cannot be parsed: ${error instanceof Error ? error.message : String(error)}`)
    return
  }
  if (said !== text) report('html', `says another text, from character ${String(firstDifference(said, text))} on`)
}

function firstDifference(a: string, b: string): number {
  let index = 0
  while (index < a.length && a.charCodeAt(index) === b.charCodeAt(index)) index++
  return index
}
