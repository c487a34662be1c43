import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** One annotated page. */
export interface AnnotatedPage {
  readonly file: string
  readonly url: string | null
  readonly bytes: Uint8Array
  /** Segments that belong to the article's text, and such that do not. */
  readonly wanted: readonly string[]
  readonly unwanted: readonly string[]
  /** undefined = not annotated; `''` and null = the page states none. */
  readonly title: string | null | undefined
  readonly author: string | null | undefined
  readonly date: string | null | undefined
}

interface SegmentTruth {
  readonly file: string
  readonly with: readonly string[]
  readonly without: readonly string[]
  readonly title?: string
  readonly author?: string | readonly string[]
  readonly date?: string
}

interface MetadataTruth {
  readonly file: string
  readonly url?: string
  readonly title?: string | null
  readonly author?: string | null
  readonly date_published?: string | null
}

/** The pages with segments (`segments/` of the data folder). */
export function segmentPages(folder: string): readonly AnnotatedPage[] {
  const truth = JSON.parse(readFileSync(join(folder, 'segments/truth.json'), 'utf8')) as Record<string, SegmentTruth>
  return Object.entries(truth).map(([url, page]) => ({
    file: page.file,
    url,
    bytes: gunzipSync(readFileSync(join(folder, 'segments/pages', page.file))),
    wanted: page.with.filter((segment) => segment !== ''),
    unwanted: page.without.filter((segment) => segment !== ''),
    title: page.title,
    author: Array.isArray(page.author) ? page.author.join(', ') : (page.author as string | undefined),
    date: page.date,
  }))
}

/** The pages with asserted meta data (`metadata/`). */
export function metadataPages(folder: string): readonly AnnotatedPage[] {
  const truth = JSON.parse(readFileSync(join(folder, 'metadata/truth.json'), 'utf8')) as readonly MetadataTruth[]
  return truth.map((page) => ({
    file: page.file,
    url: page.url ?? null,
    bytes: gunzipSync(readFileSync(join(folder, 'metadata/pages', page.file))),
    wanted: [],
    unwanted: [],
    title: page.title,
    author: page.author,
    date: page.date_published,
  }))
}
