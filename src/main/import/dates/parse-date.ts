import type { PartialDate } from '../../../shared/model/identity.ts'
import { monthNumber, normalMonthName } from './month-names.ts'
import { parseTime, zoneOf } from './parse-time.ts'
import { dateOfMoment, type DateParts, partialDate, type TimeParts } from './partial-date.ts'

/** What settles a date that can be read in two ways. */
export interface DateHints {
  /** BCP 47 tag of the text around. */
  readonly language?: string | null | undefined
  /** Order of numbers in `03/04/2022`, when the source is known to use one. */
  readonly order?: 'dmy' | 'mdy' | undefined
}

/** Longest text that is still a date with its trimmings, in UTF-16 units. */
const LONGEST = 200

/** 2000-01-01 and 2100-01-01 in Unix seconds: other bare numbers are not moments. */
const MOMENTS = { first: 946_684_800, last: 4_102_444_800 }

const ISO =
  /(?<!\d)(\d{4})-(\d{1,2})(?:-(\d{1,2})(?:[t ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(z\b|[+-]\d{2}:?\d{2}(?!\d)|(?:utc|gmt)\b)?)?)?(?![\d-])/
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?(z)?)?(?!\d)/
const CJK = /(?:(\d{4})|(令和|平成|昭和)\s*(\d{1,2}|元))\s*[年년]\s*(?:(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?)?/
const YEAR_FIRST = /(?<!\d)(\d{4})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{1,2})(?!\d)/
const NUMERIC = /(?<![\d.])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)/
const DAY_MONTH =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?\s*[-/ ]?\s*(?:de |d['’]|of )?\s*([\p{L}\p{M}]+)\.?,?\s*[-/ ]?\s*(?:de |del )?['’]?(\d{4})(?!\d)/gu
const MONTH_DAY = /([\p{L}\p{M}]+)\.?\s*[-/ ]?\s*(\d{1,2})(?:st|nd|rd|th)?\s*[,.]?\s*[-/ ]?\s*(\d{4})(?!\d)/gu
const YEAR_MONTH_DAY = /(?<!\d)(\d{4})\.?[\s-]+([\p{L}\p{M}]+)\.?[\s-]+(\d{1,2})(?!\d)/gu
const MONTH_YEAR = /([\p{L}\p{M}]+)\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d)/gu

/**
 * Reads a written date: ISO, RFC 2822, `Date.toString()`, Unix seconds and milliseconds, numbers, and names of months
 * in about 35 languages. The answer has the precision stated, with time and zone if stated. null when there is no
 * date, when it is not a day of the calendar, or when it can be read in two ways and no hint settles it: never a guess.
 */
export function parseDate(text: string, hints: DateHints = {}): PartialDate | null {
  const plain = normalise(text)
  if (plain === '' || plain.length > LONGEST) return null
  if (/^-?\d{9,13}$/.test(plain)) return unixMoment(plain) ?? compact(plain)
  const language = hints.language?.split(/[-_]/)[0]?.toLowerCase() ?? null
  const readers = [iso, cjk, yearFirst, (line: string) => named(line, language), (line: string) => numeric(line, hints)]
  for (const reader of readers) {
    const found = reader(plain)
    if (found !== null) return found
  }
  return compact(plain) ?? bareYear(plain)
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\s+/g, ' ')
    .trim()
}

function unixMoment(digits: string): PartialDate | null {
  const value = Number(digits)
  if (digits.length === 13) return value >= MOMENTS.first * 1000 ? dateOfMoment(value) : null
  return digits.length <= 10 && value >= MOMENTS.first && value <= MOMENTS.last ? dateOfMoment(value * 1000) : null
}

function iso(text: string): PartialDate | null {
  const match = ISO.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, zone] = match
  const time = hour === undefined ? null : timeOf([hour, minute, second], zone)
  return dateFrom({ year: Number(year), month: numberOrNull(month), day: numberOrNull(day), time }, text, match)
}

function compact(text: string): PartialDate | null {
  const match = COMPACT.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, zone] = match
  const time = hour === undefined ? null : timeOf([hour, minute, second], zone)
  return partialDate({ year: Number(year), month: Number(month), day: Number(day), time })
}

/** Years that Japanese eras began, less one. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 }

function cjk(text: string): PartialDate | null {
  const match = CJK.exec(text)
  if (match === null) return null
  const [, western, era, eraYear, month, day] = match
  const year =
    western === undefined ? (ERAS[era ?? ''] ?? 0) + (eraYear === '元' ? 1 : Number(eraYear)) : Number(western)
  return dateFrom({ year, month: numberOrNull(month), day: numberOrNull(day), time: null }, text, match)
}

function yearFirst(text: string): PartialDate | null {
  const match = YEAR_FIRST.exec(text)
  if (match === null) return null
  return dateFrom(partsOf(match[1], match[2], match[3]), text, match)
}

function named(text: string, language: string | null): PartialDate | null {
  const month = (name: string | undefined): number | null => monthNumber(normalMonthName(name ?? ''), language)
  for (const match of text.matchAll(DAY_MONTH)) {
    const number = month(match[2])
    if (number !== null) return dateFrom(partsOf(match[3], String(number), match[1]), text, match)
  }
  for (const match of text.matchAll(MONTH_DAY)) {
    const number = month(match[1])
    if (number !== null) return dateFrom(partsOf(match[3], String(number), match[2]), text, match)
  }
  for (const match of text.matchAll(YEAR_MONTH_DAY)) {
    const number = month(match[2])
    if (number !== null) return dateFrom(partsOf(match[1], String(number), match[3]), text, match)
  }
  for (const match of text.matchAll(MONTH_YEAR)) {
    const number = month(match[1])
    if (number !== null) return partialDate(partsOf(match[2], String(number), undefined))
  }
  return null
}

function numeric(text: string, hints: DateHints): PartialDate | null {
  const match = NUMERIC.exec(text)
  if (match === null) return null
  const [, first = '', separator, second = '', written = ''] = match
  const order = orderOf(
    Number(first),
    Number(second),
    separator === '.' ? 'dmy' : (hints.order ?? orderIn(hints.language)),
  )
  // Two digits are a year only where the order is beyond doubt.
  if (order === null || (written.length === 2 && separator !== '.')) return null
  const year = written.length === 4 ? written : String(Number(written) + (Number(written) < 70 ? 2000 : 1900))
  const parts = order === 'dmy' ? partsOf(year, second, first) : partsOf(year, first, second)
  return dateFrom(parts, text, match)
}

function orderOf(first: number, second: number, hinted: 'dmy' | 'mdy' | null): 'dmy' | 'mdy' | null {
  if (first > 12) return second > 12 ? null : 'dmy'
  if (second > 12) return 'mdy'
  return first === second ? 'dmy' : hinted
}

/** English alone settles nothing: Britain writes the day first, the United States the month. */
function orderIn(tag: string | null | undefined): 'dmy' | 'mdy' | null {
  if (tag === null || tag === undefined || tag === '') return null
  if (/^en[-_]us\b/i.test(tag)) return 'mdy'
  return /^(en|zh|ja|ko|hu|fa|sv|lt|fil|tl)$/i.test(tag) ? null : 'dmy'
}

function timeOf([hour, minute, second]: readonly (string | undefined)[], zone: string | undefined): TimeParts {
  return { hour: Number(hour), minute: Number(minute), second: numberOrNull(second), zone: zoneOf(zone) }
}

function bareYear(text: string): PartialDate | null {
  return /^\d{4}$/.test(text) ? partialDate(partsOf(text, undefined, undefined)) : null
}

function partsOf(year: string | undefined, month: string | undefined, day: string | undefined): DateParts {
  return { year: Number(year), month: numberOrNull(month), day: numberOrNull(day), time: null }
}

/** The date with the time of day that stands after it, else before it. */
function dateFrom(parts: DateParts, text: string, match: RegExpExecArray): PartialDate | null {
  if (parts.time !== null || parts.day === null) return partialDate(parts)
  const after = text.slice(match.index + match[0].length)
  return partialDate({ ...parts, time: parseTime(after) ?? parseTime(text.slice(0, match.index)) })
}

function numberOrNull(text: string | undefined): number | null {
  return text === undefined ? null : Number(text)
}
