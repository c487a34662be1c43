import { QUERY_POSSESSIONS, QUERY_STATES, type QueryFilter, type TextField } from '../model/query.ts'
import { parseAgo, parseDayRange } from './query-dates.ts'

/** Fields of the text, by the names people write. */
export const TEXT_FIELDS: ReadonlyMap<string, TextField> = new Map([
  ['title', 'title'],
  ['by', 'byline'],
  ['author', 'byline'],
  ['text', 'body'],
  ['note', 'note'],
])

const PLAIN_FILTERS = ['site', 'publication', 'tag', 'in', 'lang', 'type'] as const
const FILTER_NAMES: ReadonlySet<string> = new Set([...PLAIN_FILTERS, 'is', 'has', 'after', 'before', 'added'])

/** Whether a name before a colon is a filter's. */
export function isFilterName(name: string): boolean {
  return FILTER_NAMES.has(name)
}

/** Whether a name before a colon is a field's or a filter's. */
export function isFieldName(name: string): boolean {
  return TEXT_FIELDS.has(name) || isFilterName(name)
}

function oneOf<Value extends string>(values: readonly Value[], text: string): Value | undefined {
  return values.find((value) => value === text)
}

function addedFilter(text: string, now: string): QueryFilter | undefined {
  const since = parseAgo(text, now)
  if (since !== undefined) return { name: 'added', from: since, until: null }
  const days = parseDayRange(text)
  return days === undefined ? undefined : { name: 'added', from: days.from, until: days.until }
}

/**
 * Reads a filter's value; undefined when it is not one. `after:` a date begins when the whole date is over (`after:2021`
 * is 2022 on), `before:` ends where it begins, so both keep their meaning at every precision.
 */
export function parseFilter(name: string, value: string, now: string): QueryFilter | undefined {
  const lower = value.trim().toLowerCase()
  if (lower === '') return undefined
  if (name === 'lang' && !isLanguageCode(lower)) return undefined
  const plain = oneOf(PLAIN_FILTERS, name)
  if (plain !== undefined) return { name: plain, value: value.trim() }
  if (name === 'added') return addedFilter(lower, now)
  if (name === 'is') return withValue('is', oneOf(QUERY_STATES, lower))
  if (name === 'has') return withValue('has', oneOf(QUERY_POSSESSIONS, lower.replace(/s$/, '')))
  const days = parseDayRange(lower)
  if (days === undefined) return undefined
  return name === 'after' ? { name, day: days.until } : name === 'before' ? { name, day: days.from } : undefined
}

/** Codes as articles carry them (`en`, `grc`); the name of a language is none. */
function isLanguageCode(text: string): boolean {
  if (!/^[a-z]{2,3}$/.test(text)) return false
  languageNames ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  return languageNames.of(text) !== undefined
}

/** Knows the codes of languages; what it does not know it answers by undefined. Made when first asked: it takes 13 ms. */
let languageNames: Intl.DisplayNames | undefined

/** Beginnings of addresses, which are no slips of a field's name. */
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'ftp', 'file', 'mailto', 'doi', 'urn', 'isbn', 'tel'])

/**
 * Whether a word looks as if a field were meant that there is not: `titel:tee`, `published:2022`. (Times and addresses
 * do not; the word ends with the colon where a quoted value or a group follows.)
 */
export function namesUnknownField(text: string): boolean {
  const [, name] = /^([\p{L}\p{M}]{2,}):(?![:/])/u.exec(text) ?? []
  return name !== undefined && !SCHEMES.has(name.toLowerCase())
}

function withValue(name: 'is', value: (typeof QUERY_STATES)[number] | undefined): QueryFilter | undefined
function withValue(name: 'has', value: (typeof QUERY_POSSESSIONS)[number] | undefined): QueryFilter | undefined
function withValue(name: 'is' | 'has', value: string | undefined): QueryFilter | undefined {
  return value === undefined ? undefined : ({ name, value } as QueryFilter)
}
