import type { Json, JsonObject } from '../../../shared/json.ts'
import type { Instant } from '../../../shared/model/identity.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { ArticleFacts } from '../../../shared/model/rendition.ts'
import { parseDocument } from 'yaml'
import { parseDate } from '../dates/parse-date.ts'
import { cutFrontMatter } from './front-matter-block.ts'
import { stringOf, stringsOf, toJson } from './yaml-values.ts'

/** What the front matter of a Markdown file states, and the Markdown below it. */
export interface FrontMatter {
  readonly facts: Partial<ArticleFacts>
  readonly tags: readonly string[]
  readonly url: string | null
  /** When the page was saved. */
  readonly captured: Instant | null
  readonly rest: string
  /** Every field as it stands; empty without front matter. */
  readonly fields: JsonObject
  /** Fields that have no place in an article (`unknown-field`), and what could not be understood. */
  readonly notes: readonly ItemNote[]
}

/** What a key states; several spellings have been in use. */
const meaningOfKey: ReadonlyMap<string, string> = new Map(
  Object.entries({
    title: ['title', 'headline'],
    url: ['source', 'url', 'link', 'source_url', 'original_url', 'permalink', 'canonical'],
    byline: ['author', 'authors', 'by', 'byline', 'creator'],
    published: ['published', 'date', 'date_published', 'published_at', 'pubdate', 'publish_date'],
    captured: ['created', 'saved', 'clipped', 'captured', 'date_saved', 'saved_at', 'date_created'],
    standfirst: ['description', 'excerpt', 'summary', 'subtitle', 'standfirst'],
    tags: ['tags', 'tag', 'keywords'],
    publication: ['publication', 'publisher', 'site', 'site_name', 'website', 'newspaper'],
    section: ['section', 'category'],
    language: ['language', 'lang'],
  }).flatMap(([meaning, keys]) => keys.map((key) => [key, meaning] as const)),
)

/**
 * Reads the front matter of a Markdown source. Malformed YAML is no failure: the block stays in `rest` as text, so
 * that nothing is lost.
 */
export function readFrontMatter(source: string): FrontMatter {
  const { matter, rest } = cutFrontMatter(source)
  const fields = matter === null ? null : parseFields(matter)
  if (fields === null) return { ...NOTHING, rest: matter === null ? rest : source }
  const known = new Map<string, Json>()
  const notes: ItemNote[] = []
  for (const [key, value] of Object.entries(fields)) {
    if (value === null || value === '') continue
    const meaning = meaningOfKey.get(key.trim().toLowerCase().replaceAll(/[ -]/gu, '_'))
    if (meaning === undefined || known.has(meaning)) notes.push(unknownField(key, value))
    else known.set(meaning, value)
  }
  const url = readUrl(known, notes)
  return {
    facts: { ...readFacts(known, notes) },
    tags: tagsOf(known.get('tags')),
    url,
    captured: readCaptured(known, notes),
    rest,
    fields,
    notes,
  }
}

const NOTHING = { facts: {}, tags: [], url: null, captured: null, fields: {}, notes: [] }

function parseFields(matter: string): JsonObject | null {
  try {
    // `core`: dates and times stay the text that was written. No aliases: hostile files expand them without end.
    const document = parseDocument(matter, { schema: 'core', uniqueKeys: false, logLevel: 'silent' })
    if (document.errors.length > 0) return null
    const value = toJson(document.toJS({ maxAliasCount: 0 }))
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : null
  } catch {
    return null
  }
}

function unknownField(field: string, value: Json): ItemNote {
  return { kind: 'unknown-field', details: { field, value } }
}

function readFacts(known: ReadonlyMap<string, Json>, notes: ItemNote[]): Partial<ArticleFacts> {
  const facts: { -readonly [Key in keyof ArticleFacts]?: ArticleFacts[Key] } = {}
  for (const key of ['title', 'standfirst', 'publication', 'section', 'language'] as const) {
    const text = stringOf(known.get(key))
    if (text !== null) facts[key] = key === 'language' ? (text.split(/[-_]/u)[0] ?? text).toLowerCase() : text
  }
  const authors = stringsOf(known.get('byline')).map(withoutWikiLink)
  if (authors.length > 0) facts.byline = authors.join(', ')
  const written = stringOf(known.get('published'))
  if (written === null) return facts
  const published = parseDate(written)
  if (published === null) notes.push({ kind: 'invalid-date', details: { value: written } })
  else facts.published = published
  return facts
}

/** `[[Ana Ruiz]]` and `[[people/ana|Ana Ruiz]]` are links of note programs. */
function withoutWikiLink(name: string): string {
  return name.replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/u, '$1').trim()
}

function readUrl(known: ReadonlyMap<string, Json>, notes: ItemNote[]): string | null {
  const value = known.get('url')
  const text = stringOf(value)?.replace(/^<(.*)>$/u, '$1') ?? null
  if (text !== null && /^https?:\/\/\S+$/iu.test(text)) return text
  if (value !== undefined) notes.push(unknownField('source', value))
  return null
}

function tagsOf(value: Json | undefined): readonly string[] {
  const written = typeof value === 'string' ? value.split(value.includes(',') ? ',' : /\s+(?=#)/u) : stringsOf(value)
  const tags = written.map((tag) => tag.trim().replace(/^#/u, '')).filter((tag) => tag !== '')
  return [...new Set(tags)]
}

/** Only a full day is a moment; without a time it is that day's beginning in UTC. */
function readCaptured(known: ReadonlyMap<string, Json>, notes: ItemNote[]): Instant | null {
  const written = stringOf(known.get('captured'))
  if (written === null) return null
  const date = parseDate(written)
  const moment =
    date === null || date.length < 10
      ? NaN
      : Date.parse(date.length === 10 || /(?:Z|[+-]\d\d:\d\d)$/u.test(date) ? date : `${date}Z`)
  if (!Number.isNaN(moment)) return new Date(moment).toISOString() as Instant
  notes.push({ kind: 'invalid-date', details: { value: written } })
  return null
}
