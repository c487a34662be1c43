import { appError } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { ImportFormat } from '../format.ts'
import { html } from './html.ts'
import { jsonLines } from './json-lines.ts'
import { markdown } from './markdown.ts'
import { plainText } from './plain-text.ts'

/** Every format, the more particular first: detection asks in this order. */
export const FORMATS: readonly ImportFormat[] = [jsonLines, html, markdown, plainText]

/** The format of a name, as `--format` and stored versions give it; an unknown name is `import/unknown-format`. */
export function findFormat(id: string): Result<ImportFormat> {
  const format = FORMATS.find((candidate) => candidate.id === id)
  if (format !== undefined) return ok(format)
  return err(appError('import/unknown-format', { found: id, fileName: null, known: FORMATS.map((known) => known.id) }))
}
