import type { DraftContent } from '../draft.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { decode } from '../encoding/decode.ts'
import { decodeEntities } from '../html/metadata/decode-entities.ts'
import { cutNames } from '../json/json-fields.ts'
import { lookText } from './look-text.ts'
import { readWhole } from './read-whole.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { readTags, textBetween, type HtmlTag } from './saved/html-tags.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'
import { undoDoubleEscape } from './saved/undo-double-escape.ts'

const NAMES = { format: 'netscape-bookmarks', service: 'bookmarks' } as const

/** Bookmarks in the HTML that Netscape began and every browser and bookmark service writes in a dialect of its own. */
export const netscapeBookmarks: ImportFormat = {
  id: NAMES.format,
  confidence: ({ head }) => (/^\s*<!DOCTYPE NETSCAPE-Bookmark-file-1/i.test(lookText(head)) ? 'certain' : 'no'),
  read: (source) => readWhole(source, (bytes) => readBookmarks(source, bytes)),
  restoreContent: (): DraftContent => ({ kind: 'none' }),
}

function* readBookmarks(source: ImportSource, bytes: Uint8Array): Generator<DraftOrFailure> {
  const html = decode(bytes, { declared: null, kind: 'html', language: undefined }).text
  const entries = entriesOf(html)
  const isTwice = isOfKarakeep(html, entries)
  let number = 0
  for (const entry of entries) {
    const written = html.slice(entry.tag.start, entry.tag.end)
    const original = { bytes: new TextEncoder().encode(written), mediaType: 'text/html' }
    const path = `${source.path}#${String(++number)}`
    const item = itemOf(entry, html)
    const url = isTwice && item.url !== null ? undoDoubleEscape(item.url) : item.url
    yield draftOfSaved({ ...item, url }, { ...NAMES, path, fileName: source.fileName, original, position: null })
  }
}

/**
 * Karakeep escapes addresses once more when it writes them. It signs nothing, but knows no folders and writes no other
 * attributes of a link than these, in this order.
 */
function isOfKarakeep(html: string, entries: readonly Entry[]): boolean {
  return (
    html.slice(0, 2000).includes('<TITLE>Bookmarks</TITLE>') &&
    entries.every(
      ({ tag, way }) => way.length === 0 && /^href add_date(?: tags)?$/.test([...tag.attributes().keys()].join(' ')),
    )
  )
}

interface Entry {
  readonly tag: HtmlTag
  readonly way: readonly string[]
  readonly note: string | null
}

/** Nothing here is closed reliably: a tag alone tells what begins. */
function entriesOf(html: string): readonly Entry[] {
  const entries: Entry[] = []
  // The outermost list has no name of its own: null.
  const way: (string | null)[] = []
  let folder: string | null = null
  let isOfEntry = false
  for (const tag of readTags(html)) {
    if (tag.name === 'dl') {
      if (tag.isEnd) way.pop()
      else way.push(folder)
      folder = null
    }
    if (tag.isEnd) continue
    if (tag.name === 'h3') {
      folder = decodeEntities(textBetween(html, tag.end, 'h3')) || 'Unnamed'
      isOfEntry = false
    } else if (tag.name === 'a') {
      entries.push({ tag, way: way.filter((name) => name !== null), note: null })
      isOfEntry = true
    } else if (tag.name === 'dd' && isOfEntry) {
      entries.push(...entries.splice(-1).map((entry) => ({ ...entry, note: noteAt(html, tag.end) })))
    }
  }
  return entries
}

const KNOWN = new Set([
  'href',
  'add_date',
  'last_modified',
  'last_visit',
  'tags',
  'toread',
  'icon',
  'icon_uri',
  'private',
])

function itemOf({ tag, way, note }: Entry, html: string): SavedItem {
  const attributes = tag.attributes()
  const unknown = Object.fromEntries([...attributes].filter(([name]) => !KNOWN.has(name)))
  const isPrivate = tag.attribute('private') === '1'
  return {
    ...NOTHING_SAVED,
    url: tag.attribute('href'),
    title: decodeEntities(textBetween(html, tag.end, 'a')),
    added: tag.attribute('add_date'),
    tags: tagsOf(tag.attribute('tags')),
    // Readeck and Pinboard say so of what has been read; all others say nothing.
    state: tag.attribute('toread') === '0' ? 'read' : 'unread',
    note,
    collections: way.length === 0 ? [] : [way],
    unknown: isPrivate ? { ...unknown, private: '1' } : unknown,
  }
}

/** By comma; without any, services that allow no blanks in a tag cut by blanks. */
function tagsOf(text: string | null): readonly string[] {
  return cutNames(text, text?.includes(',') === true ? ',' : /\s+/)
}

function noteAt(html: string, from: number): string | null {
  const rest = html.slice(from, from + 50_000)
  const end = /<\/?(?:dt|dl|dd|h3|script)[\s>]/i.exec(rest)?.index ?? rest.length
  const text = rest
    .slice(0, end)
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
  return decodeEntities(text).trim() || null
}
