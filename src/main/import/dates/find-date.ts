import type { PartialDate } from '../../../shared/model/identity.ts'
import { monthNumber, normalMonthName } from './month-names.ts'
import { parseDate } from './parse-date.ts'

/** A date in a text, and the text around it. */
export interface FoundDate {
  readonly date: PartialDate
  readonly before: string
  readonly after: string
}

interface Parts {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

const word = String.raw`\p{L}[\p{L}\p{M}]{2,14}`
const year = String.raw`(?<year>(?:1[5-9]|20)\d\d)(?!\d)`
const day = String.raw`(?<!\d)(?<day>[0-3]?\d)`
const ordinal = String.raw`(?:st|nd|rd|th|er|º|\.)?`

// Most telling first: the first pattern that gives a real date wins.
const patterns: readonly RegExp[] = [
  String.raw`(?<!\d)${year}-(?<month>\d\d)-(?<day>\d\d)(?!\d)`,
  String.raw`${day}${ordinal}[ -](?:de |of )?(?<name>${word})\.?,?[ -](?:de |del )?${year}`,
  String.raw`(?<name>${word})\.? ${day}${ordinal},? ${year}`,
  String.raw`(?<!\d)${year} ?[年년] ?(?<month>\d{1,2}) ?[月월](?: ?(?<day>\d{1,2}) ?[日일])?`,
  String.raw`(?<!\d)${year}[./](?<month>\d{1,2})[./](?<day>\d{1,2})(?!\d)`,
  String.raw`${day}\. ?(?<month>\d{1,2})\. ?${year}`,
  String.raw`(?<!\d)(?<first>\d{1,2})/(?<second2>\d{1,2})/${year}`,
  String.raw`(?<name>${word})\.? (?:de )?${year}`,
].map((source) => new RegExp(source, 'u'))

/**
 * Finds the first date in a short text, in the spellings that lines around a headline use. Of `03/04/2021` only the
 * year is certain, so only the year is given. `parseDate` adds the time of day. null when there is none, or none that
 * the calendar knows.
 */
export function findDate(text: string): FoundDate | null {
  const plain = withLatinDigits(text)
  for (const pattern of patterns) {
    const match = pattern.exec(plain)
    if (match === null) continue
    const date = toDate(partsOf(match.groups ?? {}))
    if (date === null) continue
    const whole = parseDate(text)
    const isSame = whole?.startsWith(date.slice(0, 10)) === true
    return {
      date: isSame ? whole : date,
      before: text.slice(0, match.index),
      after: text.slice(match.index + match[0].length),
    }
  }
  return null
}

/** Arabic-Indic and Persian digits as Latin ones, full-width too; NBSP as blank: one unit for one, places stay right. */
function withLatinDigits(text: string): string {
  // The digits of all three blocks lie 16-aligned, so the low four bits are the value.
  return text
    .replaceAll(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replaceAll(/[\u00A0\u202F\u2009]/gu, ' ')
}

function partsOf(groups: Readonly<Record<string, string | undefined>>): Parts | null {
  const yearNumber = Number(groups['year'])
  const { first, second2, name } = groups
  if (first !== undefined && second2 !== undefined) return slashed(yearNumber, Number(first), Number(second2))
  const month = name === undefined ? Number(groups['month']) : monthNumber(normalMonthName(name), null)
  if (month === null) return null
  const dayNumber = groups['day'] === undefined ? null : Number(groups['day'])
  return { year: yearNumber, month, day: dayNumber }
}

/** Day first or month first: known only when one of them cannot be a month. */
function slashed(yearNumber: number, a: number, b: number): Parts | null {
  if (a > 12 && b <= 12) return { year: yearNumber, month: b, day: a }
  if (b > 12 && a <= 12) return { year: yearNumber, month: a, day: b }
  if (a > 12 || a === 0 || b === 0) return null
  return a === b ? { year: yearNumber, month: a, day: b } : { year: yearNumber, month: null, day: null }
}

function toDate(parts: Parts | null): PartialDate | null {
  if (parts === null) return null
  const { year: y, month, day: d } = parts
  if (month === null) return String(y) as PartialDate
  if (month < 1 || month > 12) return null
  const stem = `${String(y)}-${String(month).padStart(2, '0')}`
  if (d === null) return stem as PartialDate
  const isReal = d >= 1 && d <= new Date(Date.UTC(y, month, 0)).getUTCDate()
  return isReal ? (`${stem}-${String(d).padStart(2, '0')}` as PartialDate) : null
}
