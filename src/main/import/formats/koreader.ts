import { isJsonObject, type JsonObject } from '../../../shared/json.ts'
import type { DraftHighlight } from '../../archive/prepared-article.ts'
import type { DraftContent } from '../draft.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { textField } from '../json/json-fields.ts'
import { readLuaTable } from '../lua/read-lua-table.ts'
import { lookText } from './look-text.ts'
import { readWhole, wholeFailure } from './read-whole.ts'
import { aHighlight } from './saved/a-highlight.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { NOTHING_SAVED } from './saved/saved-item.ts'

/**
 * What KOReader keeps beside a book (`Book.sdr/metadata.epub.lua`): highlights and notes of both generations of the file. They
 * join the book of that title and author when the archive has it, and are placed by their words: its positions are of its
 * own rendering.
 */
export const koreader: ImportFormat = {
  id: 'koreader',
  confidence: ({ head }) => (isSidecar(lookText(head)) ? 'certain' : 'no'),
  read: (source) => readWhole(source, (bytes) => [draftOf(source, bytes)]),
  restoreContent: (): DraftContent => ({ kind: 'none' }),
}

function isSidecar(start: string): boolean {
  const isTable = /^(?:--[^\n]{0,500}\n|\s){0,20}return\s*\{/.test(start)
  return isTable && /\["(?:doc_props|doc_path|doc_pages|partial_md5_checksum|annotations|highlight)"\]/.test(start)
}

function draftOf(source: ImportSource, bytes: Uint8Array): DraftOrFailure {
  const read = readLuaTable(new TextDecoder().decode(bytes))
  if (!read.ok) return wholeFailure(source, bytes, read.error)
  const stated = tableOf(read.value, 'doc_props')
  const title = textField(stated, 'title') ?? textField(tableOf(read.value, 'stats'), 'title') ?? nameOf(read.value)
  const author = textField(stated, 'authors')?.replaceAll('\n', ', ') ?? null
  const highlights = highlightsOf(read.value)
  const id = textField(read.value, 'partial_md5_checksum')
  const made = draftOfSaved(
    { ...NOTHING_SAVED, id, title, author, language: textField(stated, 'language'), highlights },
    {
      format: koreader.id,
      service: 'koreader',
      path: source.path,
      fileName: source.fileName,
      original: { bytes, mediaType: 'text/x-lua' },
      position: null,
    },
  )
  return made.ok && title !== null ? { ...made, draft: { ...made.draft, joins: { title, author } } } : made
}

/** The book's file when its title is not stated. */
function nameOf(document: JsonObject): string | null {
  return (
    textField(document, 'doc_path')
      ?.split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? null
  )
}

/** Since 2024 one list; before, highlights by page, with the notes on them among the bookmarks. */
function highlightsOf(document: JsonObject): readonly DraftHighlight[] {
  const annotations = tablesIn(tableOf(document, 'annotations'))
  if (annotations.length > 0)
    return annotations.filter((one) => one['drawer'] !== undefined || hasNote(one)).flatMap(toHighlight)
  const notes = new Map(tablesIn(tableOf(document, 'bookmarks')).map((one) => [placeOf(one), textField(one, 'text')]))
  return tablesIn(tableOf(document, 'highlight'))
    .flatMap((page) => tablesIn(page))
    .flatMap((one) => toHighlight({ ...one, note: notes.get(placeOf(one)) ?? null }))
}

function hasNote(one: JsonObject): boolean {
  return textField(one, 'note') !== null
}

function toHighlight(one: JsonObject): readonly DraftHighlight[] {
  return aHighlight({
    quote: textField(one, 'text'),
    note: textField(one, 'note'),
    color: textField(one, 'color'),
    created: textField(one, 'datetime'),
  })
}

function placeOf(one: JsonObject): string {
  return `${textField(one, 'pos0') ?? ''} ${textField(one, 'pos1') ?? ''}`
}

function tableOf(object: JsonObject, name: string): JsonObject {
  const value = object[name]
  return value !== undefined && isJsonObject(value) ? value : {}
}

function tablesIn(table: JsonObject): readonly JsonObject[] {
  return Object.values(table).filter((value) => isJsonObject(value))
}
