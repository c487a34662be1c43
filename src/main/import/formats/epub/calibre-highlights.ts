import { HIGHLIGHT_COLORS } from '../../../../shared/model/annotation.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../../shared/json.ts'
import type { DraftHighlight } from '../../../archive/prepared-article.ts'
import { instantOf } from '../../dates/instant-of.ts'
import { openHighlights, type LocateHighlight } from '../../highlights/locate-highlight.ts'

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
  const opened = new Map<number, LocateHighlight>()
  const locateIn = (chapter: number): LocateHighlight => {
    const locate = opened.get(chapter) ?? openHighlights(chapterAt(chapter) ?? '')
    opened.set(chapter, locate)
    return locate
  }
  return entries.flatMap((entry) => {
    if (entry['type'] !== 'highlight' || entry['removed'] === true) return []
    const { uuid } = entry
    // The same highlight may stand in both places.
    if (typeof uuid === 'string' && met.has(uuid)) return []
    if (typeof uuid === 'string') met.add(uuid)
    return highlightOf(entry, locateIn) ?? []
  })
}

function highlightOf(entry: JsonObject, locateIn: (chapter: number) => LocateHighlight): DraftHighlight | null {
  const [start, end] = [textOf(entry['start_cfi']), textOf(entry['end_cfi'])]
  const place = start === null || end === null ? null : ({ kind: 'cfi', start, end } as const)
  const stated = textOf(entry['highlighted_text'])
  const found = locateIn(Number(entry['spine_index']))({ quote: stated === null ? null : collapsed(stated), place })
  if (found === null) return null
  return {
    quote: collapsed(found.exact),
    prefix: found.prefix,
    suffix: found.suffix,
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

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
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
