import type { PartialDate } from '../../../shared/model/identity.ts'
import { findDate } from '../dates/find-date.ts'
import { parseByline } from './byline.ts'
import { type DateLine, parseDateLine } from './date-line.ts'
import { isFullName } from './person-names.ts'
import { isUtilityLine } from './utility-line.ts'

/** What a line around the headline states: who, when, or nothing but a button. */
export interface HeaderLine {
  readonly names: readonly string[]
  readonly date: PartialDate | null
  readonly isUpdate: boolean
}

const LONGEST = 240
const nothing: HeaderLine = { names: [], date: null, isUpdate: false }
const job =
  /^(?:(?:senior|chief|staff|political|foreign|science|business|sports?|culture|deputy|associate|special) ){0,3}(?:writer|reporter|correspondent|editor|columnist|critic)(?:,? (?:in |at |for )?[\p{L} ]{2,30})?$/iu

/** Reads a line made of bylines, dates and buttons alone, such as `By Ana Ruiz | June 3, 2021 | 3 min read`. */
export function parseHeaderLine(line: string): HeaderLine | null {
  if (line.length > LONGEST) return null
  const barred = /[|•·]/u.test(line) ? parseSegments(line) : null
  return barred ?? parseSegment(line, false) ?? parseNameThenDate(line) ?? parseSegments(line)
}

function parseSegments(line: string): HeaderLine | null {
  const segments = line.split(/\s*[|•·]\s*|\s+[–—]\s+/u).filter((segment) => segment !== '')
  if (segments.length < 2) return null
  const parsed = segments.map((segment) => parseSegment(segment, true))
  const found = parsed.filter((segment) => segment !== null)
  if (found.length < segments.length || found.every((segment) => segment === nothing)) return null
  // Names alone between bars are as likely a menu.
  if (found.every(({ date }) => date === null) && !found.includes(nothing) && parseByline(segments[0] ?? '') === null)
    return null
  return found.reduce(join, nothing)
}

function parseSegment(text: string, besideOthers: boolean): HeaderLine | null {
  const names = parseByline(text)
  if (names !== null) return { ...nothing, names }
  const dated = parseDateLine(text)
  if (dated !== null) return { ...dated, names: [] }
  if (isUtilityLine(text) || job.test(text)) return nothing
  return besideOthers && isFullName(text) ? { ...nothing, names: [text] } : null
}

/** `By Ana Ruiz, June 3, 2021`, `By Ana Ruiz Published 3:15 PM EDT, June 3, 2021`. */
function parseNameThenDate(line: string): HeaderLine | null {
  const found = findDate(line)
  if (found === null || found.after.length > 30) return null
  const before = found.before.replace(/[\s,;:(]*(?:(?:last )?(?:published|updated|posted)\b.*)?$/iu, '')
  const names = parseByline(before)
  return names === null ? null : { names, date: found.date, isUpdate: false }
}

function join(a: HeaderLine, b: HeaderLine): HeaderLine {
  const date: DateLine | null = better(a, b)
  return { names: [...a.names, ...b.names], date: date?.date ?? null, isUpdate: date?.isUpdate ?? false }
}

/** The date of publication wins over the date of a change. */
export function better(
  a: Pick<HeaderLine, 'date' | 'isUpdate'>,
  b: Pick<HeaderLine, 'date' | 'isUpdate'>,
): DateLine | null {
  const chosen = b.date !== null && (a.date === null || (a.isUpdate && !b.isUpdate)) ? b : a
  return chosen.date === null ? null : { date: chosen.date, isUpdate: chosen.isUpdate }
}
