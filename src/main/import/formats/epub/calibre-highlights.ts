import { HIGHLIGHT_COLORS } from '../../../../shared/model/annotation.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../../shared/json.ts'
import type { DraftHighlight } from '../../../archive/prepared-article.ts'
import { instantOf } from '../../dates/instant-of.ts'
import { findInChapter } from './find-in-chapter.ts'

/** XHTML of a document of the spine by its number, from 0; null when there is none. */
export type ChapterAt = (spineIndex: number) => string | null

/** The entries in Calibre's `META-INF/calibre_bookmarks.txt`: JSON in Base64 behind a line that says so. */
export function readCalibreBookmarks(text: string): readonly JsonObject[] {
  const [, packed] = /^encoding=json\+base64:\s*([\w+/=\s]+)/.exec(text) ?? []
  if (packed === undefined) return []
  const list = parseJson(Buffer.from(packed, 'base64').toString('utf8'))
  return Array.isArray(list) ? (list as readonly Json[]).filter(isJsonObject) : []
}

/** The entry in a `<meta name="calibre:annotation">`. */
export function readCalibreAnnotation(content: string): readonly JsonObject[] {
  const value = parseJson(content)
  if (!isJsonObject(value)) return []
  const inner = value['annotation']
  return [isJsonObject(inner) ? inner : value]
}

/**
 * Calibre's highlights as they are to be found in the text. Its places (CFI) say which of several equal passages is meant;
 * where one leads nowhere, the words alone decide. Bookmarks, reading positions and what was removed are no highlights.
 */
export function calibreHighlights(entries: readonly JsonObject[], chapterAt: ChapterAt): readonly DraftHighlight[] {
  const met = new Set<string>()
  return entries.flatMap((entry) => {
    if (entry['type'] !== 'highlight' || entry['removed'] === true) return []
    const { uuid } = entry
    // The same highlight may stand in both places.
    if (typeof uuid === 'string' && met.has(uuid)) return []
    if (typeof uuid === 'string') met.add(uuid)
    return highlightOf(entry, chapterAt) ?? []
  })
}

function highlightOf(entry: JsonObject, chapterAt: ChapterAt): DraftHighlight | null {
  const spineIndex = Number(entry['spine_index'])
  const chapter = Number.isInteger(spineIndex) ? chapterAt(spineIndex) : null
  const place =
    chapter === null
      ? null
      : findInChapter(chapter, { start: textOf(entry['start_cfi']), end: textOf(entry['end_cfi']) })
  const stated = textOf(entry['highlighted_text'])?.replace(/\s+/g, ' ').trim()
  const quote = stated === undefined || stated === '' ? place?.quote : stated
  if (quote === undefined || quote === '') return null
  // A place whose words are others was made for another edition of the book.
  const isHere = place !== null && folded(place.quote) === folded(quote)
  return {
    quote,
    prefix: isHere ? place.prefix : '',
    suffix: isHere ? place.suffix : '',
    color: colorOf(entry['style']),
    note: textOf(entry['notes']),
    tags: [],
    created: instantOf(textOf(entry['timestamp'])),
  }
}

function colorOf(style: Json | undefined): DraftHighlight['color'] {
  const which = isJsonObject(style) ? textOf(style['which']) : null
  return HIGHLIGHT_COLORS.find((color) => color === which) ?? null
}

function folded(text: string): string {
  return text.replace(/\s+/g, '')
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
