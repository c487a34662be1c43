import type { AppError } from '../../shared/app-error.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import { NO_FACTS, type Aside, type Caption } from '../../shared/model/rendition.ts'
import { ok, type Result } from '../../shared/result.ts'
import { bodyOf } from '../../shared/text/body-of.ts'
import type { PreparedArticle } from '../archive/prepared-article.ts'
import { excerptOf } from '../import/enrich/excerpt.ts'
import { extractSources } from '../import/extract-sources.ts'
import { findFormat } from '../import/formats/formats.ts'
import { createParsePool } from '../import/pool/parse-pool.ts'
import { findSources } from '../import/sources/find-sources.ts'

/** What to look at, and how. */
export interface ExtractRequest {
  readonly paths: readonly string[]
  /** Address the pages came from, for those that state none. */
  readonly url: string | null
  readonly format: string | null
  /** Selector of what is the article in every page; null = look for it. */
  readonly element: string | null
  /** Whether notes about removed parts are wanted. */
  readonly explain: boolean
  readonly parseWorker: string
}

/** What an import would make of one item; `text` is the body, as `words` counts. */
export interface ExtractedItem {
  readonly source: string
  readonly title: string | null
  readonly standfirst: string | null
  readonly byline: string | null
  readonly publication: string | null
  readonly section: string | null
  readonly published: string | null
  readonly language: string | null
  readonly url: string | null
  readonly text: string
  readonly html: string
  readonly excerpt: string
  readonly words: number
  readonly contributors: readonly string[]
  readonly captions: readonly Caption[]
  readonly asides: readonly Aside[]
  readonly notes: readonly ItemNote[]
  readonly error: AppError | null
}

/** Takes paths the road of an import and stores nothing; needs no archive. Fails only before the first item. */
export async function* extractPaths(request: ExtractRequest): AsyncGenerator<Result<ExtractedItem>> {
  const format = request.format === null ? ok(undefined) : findFormat(request.format)
  if (!format.ok) {
    yield format
    return
  }
  const sources = await findSources(request.paths, process.stdin)
  if (!sources.ok) {
    yield sources
    return
  }
  const pool = createParsePool({ entry: request.parseWorker })
  const wishes = {
    ...(format.value === undefined ? {} : { format: format.value }),
    ...(request.url === null ? {} : { url: request.url }),
    ...(request.element === null ? {} : { element: request.element }),
  }
  const { signal } = new AbortController()
  try {
    for await (const { source, prepared, error } of extractSources({ sources: sources.value, wishes, pool, signal })) {
      yield ok(prepared === null ? failedItem(source, error) : extractedItem(source, prepared, request.explain))
    }
  } finally {
    await pool.close()
  }
}

const NOTHING: Omit<ExtractedItem, 'source' | 'error'> = {
  ...NO_FACTS,
  url: null,
  text: '',
  html: '',
  excerpt: '',
  words: 0,
  captions: [],
  asides: [],
  notes: [],
}

function failedItem(source: string, error: AppError | null): ExtractedItem {
  return { ...NOTHING, source, error }
}

function extractedItem(source: string, prepared: PreparedArticle, explain: boolean): ExtractedItem {
  const notes = explain ? prepared.notes : prepared.notes.filter(({ kind }) => kind !== 'removed')
  const { url } = prepared.source
  if (prepared.rendition === null) return { ...NOTHING, source, url, title: prepared.title, notes, error: null }
  const { content } = prepared.rendition
  const text = bodyOf(content)
  return {
    source,
    title: content.title,
    standfirst: content.standfirst,
    byline: content.byline,
    publication: content.publication,
    section: content.section,
    published: content.published,
    language: content.language,
    url,
    text,
    html: content.html,
    excerpt: excerptOf(text),
    words: content.words,
    contributors: content.contributors,
    captions: content.captions,
    asides: content.asides,
    notes,
    error: null,
  }
}
