import type { PartialDate } from '../../../shared/model/identity.ts'

/** Numbers of a date as read; what is null was not stated. */
export interface DateParts {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  readonly time: TimeParts | null
}

/** Time of day; `zone` is `Z`, `±hh:mm`, or null when not stated. */
export interface TimeParts {
  readonly hour: number
  readonly minute: number
  readonly second: number | null
  readonly zone: string | null
}

/** Printed news begins in 1605; dates after 2100 are typing errors or traps. */
const FIRST_YEAR = 1600
const LAST_YEAR = 2100

/** The ISO 8601 form of exactly what is stated; null for a day that no calendar has, or a year out of 1600–2100. */
export function partialDate(parts: DateParts): PartialDate | null {
  const { year, month, day, time } = parts
  if (!isBetween(year, FIRST_YEAR, LAST_YEAR)) return null
  if (month === null) return pad(year, 4) as PartialDate
  if (!isBetween(month, 1, 12)) return null
  if (day === null) return `${pad(year, 4)}-${pad(month)}` as PartialDate
  if (!isBetween(day, 1, new Date(Date.UTC(year, month, 0)).getUTCDate())) return null
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  return (time === null || !isTime(time) ? date : `${date}T${timeText(time)}`) as PartialDate
}

/** The UTC form of a moment; null when it is out of range. */
export function dateOfMoment(milliseconds: number): PartialDate | null {
  const moment = new Date(milliseconds)
  if (Number.isNaN(moment.getTime()) || !isBetween(moment.getUTCFullYear(), FIRST_YEAR, LAST_YEAR)) return null
  return moment.toISOString().replace(/\.\d+Z$/, 'Z') as PartialDate
}

function timeText(time: TimeParts): string {
  const seconds = time.second === null ? '' : `:${pad(time.second)}`
  return `${pad(time.hour)}:${pad(time.minute)}${seconds}${time.zone ?? ''}`
}

function isTime(time: TimeParts): boolean {
  return isBetween(time.hour, 0, 23) && isBetween(time.minute, 0, 59) && isBetween(time.second ?? 0, 0, 60)
}

function isBetween(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0')
}
