import { VERSION } from '../../shared/version.ts'
import { HTML_EXTRACTOR } from '../import/html/extract-html.ts'
import { PLAIN_TEXT_EXTRACTOR, PLAIN_TEXT_EXTRACTOR_VERSION } from '../import/text/extract-plain-text.ts'
import { ANALYSIS_VERSION } from '../search/analyse.ts'
import type { ArchiveConnection } from '../storage/open-archive.ts'

/** Versions of the program's parts, for `stats` and reports. */
export function components(database: ArchiveConnection['database']): Readonly<Record<string, string>> {
  const sqlite = database.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? 'unknown'
  return {
    offprint: VERSION,
    node: process.versions.node,
    sqlite,
    analysis: String(ANALYSIS_VERSION),
    [HTML_EXTRACTOR.name]: HTML_EXTRACTOR.version,
    [PLAIN_TEXT_EXTRACTOR]: PLAIN_TEXT_EXTRACTOR_VERSION,
  }
}
