import { appError, type AppError } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { ImportFormat } from '../format.ts'
import { bibtex } from './bibtex.ts'
import { cslJson } from './csl-json.ts'
import { eml } from './eml.ts'
import { enex } from './enex.ts'
import { epub } from './epub.ts'
import { har } from './har.ts'
import { html } from './html.ts'
import { jsonLines } from './json-lines.ts'
import { markdown } from './markdown.ts'
import { mbox } from './mbox.ts'
import { mhtml } from './mhtml.ts'
import { pdf } from './pdf.ts'
import { plainText } from './plain-text.ts'
import { ris } from './ris.ts'
import { SERVICE_FORMATS } from './service-formats.ts'
import { wacz } from './wacz.ts'
import { warc } from './warc.ts'
import { webarchive } from './webarchive.ts'
import { zippedPage } from './zipped-page.ts'
import { zoteroRdf } from './zotero-rdf.ts'

/** Every format, the more particular first: detection asks in this order. */
export const FORMATS: readonly ImportFormat[] = [
  epub,
  pdf,
  ...SERVICE_FORMATS,
  mhtml,
  warc,
  wacz,
  zippedPage,
  webarchive,
  har,
  enex,
  zoteroRdf,
  mbox,
  eml,
  cslJson,
  ris,
  bibtex,
  jsonLines,
  html,
  markdown,
  plainText,
]

/** The format of a name, as `--format` and stored versions give it; an unknown name is `import/unknown-format`. */
export function findFormat(id: string): Result<ImportFormat> {
  const format = FORMATS.find((candidate) => candidate.id === id)
  if (format !== undefined) return ok(format)
  return err(unknownFormat(id, null))
}

/** The failure of a source that no format reads; `found` is what it is, null when nothing tells. */
export function unknownFormat(found: string | null, fileName: string | null): AppError {
  return appError('import/unknown-format', { found, fileName, known: FORMATS.map(({ id }) => id) })
}
