import type { UnderstoodPart } from '../../../shared/model/search.ts'
import { parseDayRange } from '../../../shared/query/query-dates.ts'
import { describeQueryProblem } from '../../../shared/text/describe-query-problem.ts'
import { languageName } from '../../composables/language-name.ts'
import { showPartialDate } from '../../composables/show-date.ts'

/** What a chip says before its value; keys of `search.chip`. */
export type PartLabel =
  | 'word'
  | 'must'
  | 'without'
  | 'phrase'
  | 'near'
  | 'prefix'
  | 'fuzzy'
  | 'title'
  | 'byline'
  | 'body'
  | 'note'
  | 'site'
  | 'publication'
  | 'tag'
  | 'in'
  | 'lang'
  | 'type'
  | 'after'
  | 'before'
  | 'added'
  | 'is'
  | 'has'
  | 'ignored'

/** A chip's words: its label's key, its value, and the key of a sentence that holds the value, where it is no value as written. */
export interface PartWords {
  readonly label: PartLabel
  readonly value: string
  /** `search.value.KEY` with the value as `{value}`; null = the value itself. */
  readonly sentence: string | null
  /** What was not understood, or undefined. */
  readonly problem: string | undefined
}

const FIELD_LABELS: Readonly<Record<string, PartLabel>> = {
  title: 'title',
  byline: 'byline',
  body: 'body',
  note: 'note',
}
const PLAIN_FILTERS: ReadonlySet<string> = new Set(['site', 'publication', 'tag', 'in', 'type'])
const AGO_UNITS: Readonly<Record<string, string>> = { d: 'days', w: 'weeks', m: 'months', y: 'years' }

/** Says what one part was understood as; `isWithout` when it, or a group around it, has a minus. */
export function describePart(part: UnderstoodPart, isWithout: boolean, locale: string): PartWords {
  const words = part.kind === 'filter' ? filterWords(part, locale) : termWords(part)
  const problem = describeQueryProblem(part)
  if (part.kind === 'ignored') return { label: 'ignored', value: part.text, sentence: null, problem }
  const label = isWithout ? 'without' : part.sign === 'must' && words.label === 'word' ? 'must' : words.label
  return { ...words, label, problem }
}

type Words = Omit<PartWords, 'problem'>

function termWords({ kind, text, field }: UnderstoodPart): Words {
  const bare = field === null ? text : valueOf(text)
  const label = field === null ? undefined : FIELD_LABELS[field]
  if (kind === 'phrase') return phraseWords(bare, label)
  if (kind === 'prefix') return { label: label ?? 'prefix', value: bare.replace(/\*$/, '…'), sentence: null }
  if (kind === 'fuzzy') return { label: label ?? 'fuzzy', value: bare.replace(/~[12]?$/, ''), sentence: null }
  return { label: label ?? 'word', value: bare, sentence: null }
}

function phraseWords(text: string, label: PartLabel | undefined): Words {
  const [, distance] = /~(\d+)$/.exec(text) ?? []
  const value = unquoted(text.replace(/~\d+$/, ''))
  if (distance === undefined) return { label: label ?? 'phrase', value, sentence: null }
  return { label: label ?? 'near', value, sentence: null }
}

function filterWords({ text, field }: UnderstoodPart, locale: string): Words {
  const value = unquoted(valueOf(text)).trim()
  if (field === 'lang') return { label: 'lang', value: languageName(value, locale) ?? value, sentence: null }
  if (field === 'is' || field === 'has') {
    return { label: field, value, sentence: `${field}-${value.toLowerCase().replace(/s$/, '')}` }
  }
  if (field === 'added') return addedWords(value, locale)
  if (field === 'after' || field === 'before') return dateWords(field, value, locale)
  return { label: field !== null && PLAIN_FILTERS.has(field) ? (field as PartLabel) : 'word', value, sentence: null }
}

function addedWords(value: string, locale: string): Words {
  const [, count, unit] = /^(\d+)([dwmy])$/i.exec(value) ?? []
  if (count !== undefined && unit !== undefined) {
    return { label: 'added', value: count, sentence: `last-${AGO_UNITS[unit.toLowerCase()] ?? 'days'}` }
  }
  return { label: 'added', value: dateName(value, locale), sentence: null }
}

/** `after:2021` begins when the whole date is over, so the chip names what comes next: "2022 or later". */
function dateWords(name: 'after' | 'before', value: string, locale: string): Words {
  const range = parseDayRange(value)
  const precision = value.split('-').length
  const first = name === 'after' ? range?.until : range?.from
  const shown = first === undefined ? value : dateName(first.split('-').slice(0, precision).join('-'), locale)
  return { label: name, value: shown, sentence: name === 'after' ? 'or-later' : 'until' }
}

function dateName(value: string, locale: string): string {
  const range = parseDayRange(value)
  if (range === undefined) return value
  const precision = value.split('-').length
  return showPartialDate(range.from.split('-').slice(0, precision).join('-'), locale, 'spelled')
}

function valueOf(text: string): string {
  return /^[a-z]+:/i.test(text) ? text.slice(text.indexOf(':') + 1) : text
}

function unquoted(text: string): string {
  return text.replace(/^["“”„]/, '').replace(/["“”„]$/, '')
}
