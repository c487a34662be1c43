import { appError, type AppError } from '../../../shared/app-error.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { findHostility } from '../json/parse-json.ts'
import type { Draft, DraftContent } from '../draft.ts'
import { statedFacts } from './stated-facts.ts'
import { NOTHING_STATED } from './stated-draft.ts'

/** One article as JSON, its fields checked; null or an empty list where the row says nothing. */
export interface Row {
  readonly id: string | null
  readonly service: string | null
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly publication: string | null
  readonly published: string | null
  readonly language: string | null
  readonly text: string | null
  readonly html: string | null
  readonly markdown: string | null
  readonly tags: readonly string[]
  readonly collections: readonly string[]
  /** What no field takes in, kept whole. */
  readonly unknown: JsonObject
}

const TEXT_FIELDS = ['text', 'html', 'markdown'] as const
/** Fields one of which a row must have to become an article or a link. */
export const CONTENT_FIELDS = [...TEXT_FIELDS, 'url'] as const
const FACT_FIELDS = ['service', 'url', 'title', 'byline', 'publication', 'published', 'language'] as const
const LIST_FIELDS = ['tags', 'collections'] as const
const FIELDS = new Set<string>(['id', ...TEXT_FIELDS, ...FACT_FIELDS, ...LIST_FIELDS])
/**
 * Reads one line. Errors: `import/malformed` for what is not a JSON object in UTF-8, for a field that must be text and
 * is not, and for prototype keys; `import/too-deep`. An optional fact of the wrong type is no reason to lose an
 * article: it is kept as an unknown field.
 */
export function parseRow(bytes: Uint8Array): Result<Row> {
  const parsed = parseObject(bytes)
  if (!parsed.ok) return parsed
  const fields = parsed.value
  const hostile = findHostility(fields)
  if (hostile !== null) return err(hostile)
  const wrong = TEXT_FIELDS.find((name) => !isTextOrAbsent(fields[name]))
  if (wrong !== undefined) return malformed('not-text', wrong)
  if (!isIdOrAbsent(fields['id'])) return malformed('not-an-id', 'id')
  const rest = Object.entries(fields).filter(([name, value]) => !FIELDS.has(name) || isMistyped(name, value))
  const text = (name: string): string | null => textOf(fields[name])
  return ok({
    id: text('id'),
    service: text('service'),
    url: text('url'),
    title: text('title'),
    byline: bylineOf(fields['byline']),
    publication: text('publication'),
    published: text('published'),
    language: text('language'),
    text: text('text'),
    html: text('html'),
    markdown: text('markdown'),
    tags: listOf(fields['tags']),
    collections: listOf(fields['collections']),
    unknown: Object.fromEntries(rest),
  })
}

/** The richest content of a row, as UTF-8; none for a row without any: a link only. */
export function contentOfRow(row: Row): DraftContent {
  const content = (kind: 'html' | 'markdown' | 'text', text: string): DraftContent => ({
    kind,
    bytes: new TextEncoder().encode(text),
    declaredEncoding: 'utf-8',
  })
  if (row.html !== null) return content('html', row.html)
  if (row.markdown !== null) return content('markdown', row.markdown)
  return row.text === null ? { kind: 'none' } : content('text', row.text)
}

/** What of a draft the row itself states; `service` is the one to assume when the row has an id but no service. */
export function draftOfRow(
  row: Row,
  service: string,
): Omit<Draft, 'key' | 'source' | 'format' | 'original' | 'fileName'> {
  const { facts, notes } = statedFacts(row)
  const unknown = Object.entries(row.unknown).map(([field, value]): ItemNote => ({
    kind: 'unknown-field',
    details: { field, value },
  }))
  const collections = row.collections.map((path) => path.split('/').filter((name) => name.trim() !== ''))
  return {
    ...NOTHING_STATED,
    content: contentOfRow(row),
    service: row.id === null ? null : (row.service ?? service),
    sourceId: row.id,
    url: row.url,
    facts,
    marks: { ...NOTHING_STATED.marks, tags: row.tags, collections: collections.filter((path) => path.length > 0) },
    notes: [...unknown, ...notes],
  }
}

function parseObject(bytes: Uint8Array): Result<JsonObject> {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json
    return isJsonObject(value) ? ok(value) : malformed('not-an-object', null)
  } catch (error) {
    return malformed('not-json', error instanceof Error ? error.message : null)
  }
}

function malformed(problem: string, what: string | null): Result<never> {
  return err(malformedRow(problem, what))
}

function malformedRow(problem: string, what: string | null): AppError {
  const reason = `${PROBLEM_WORDS[problem] ?? problem}${what === null ? '' : ` (${what})`}`
  return appError('import/malformed', { problem, what, reason })
}

const PROBLEM_WORDS: Readonly<Record<string, string>> = {
  'not-an-object': 'the line is no JSON object',
  'not-json': 'the line is no JSON',
  'not-text': 'a field that holds text holds something else',
  'not-an-id': 'an id is a text or a number',
}

function isTextOrAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null || typeof value === 'string'
}

function isIdOrAbsent(value: Json | undefined): boolean {
  return isTextOrAbsent(value) || (typeof value === 'number' && Number.isFinite(value))
}

function isMistyped(name: string, value: Json): boolean {
  if (value === null || typeof value === 'string') return false
  if (name === 'byline' || name === 'tags' || name === 'collections') return !isTextList(value)
  // A year as a number (`"published": 2022`) says what the text would say.
  return typeof value !== 'number'
}

function isTextList(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
}

/** Text as stated, well-formed (JSON may hold half a surrogate pair, UTF-8 may not); nothing but blanks is no text. */
function textOf(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value.trim() === '') return null
  return value.toWellFormed()
}

function bylineOf(value: Json | undefined): string | null {
  return textOf(isTextList(value) ? value.join(', ') : typeof value === 'number' ? undefined : value)
}

function listOf(value: Json | undefined): readonly string[] {
  const entries = typeof value === 'string' ? [value] : isTextList(value) ? value : []
  return entries.map((entry) => entry.trim().toWellFormed()).filter((entry) => entry !== '')
}
