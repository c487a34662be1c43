/** Days from `from` up to but not including `until`, as `YYYY-MM-DD`; the strings sort as the days do. */
export interface DayRange {
  readonly from: string
  readonly until: string
}

const PARTIAL_DATE = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:[T ].*)?)?)?$/su

/**
 * The days that a date of the precision known stands for: a year, a month or a day. Of a date with a time it is the
 * day as written, in the zone the source wrote it in: that is the date a reader saw. Undefined for anything that is no
 * such date of the years 0001 to 9998 (a later `until` would need five digits and no longer sort).
 */
export function dayRange(date: string): DayRange | undefined {
  const { year: yearDigits, month: monthDigits, day: dayDigits } = PARTIAL_DATE.exec(date)?.groups ?? {}
  const year = Number(yearDigits)
  if (!(year >= 1 && year <= 9998)) return undefined
  if (monthDigits === undefined) return { from: isoDay(year, 1, 1), until: isoDay(year + 1, 1, 1) }
  const month = Number(monthDigits)
  if (month < 1 || month > 12) return undefined
  if (dayDigits === undefined) return { from: isoDay(year, month, 1), until: dayAfterMonth(year, month) }
  const day = Number(dayDigits)
  if (day < 1 || day > daysInMonth(year, month)) return undefined
  const isLast = day === daysInMonth(year, month)
  return { from: isoDay(year, month, day), until: isLast ? dayAfterMonth(year, month) : isoDay(year, month, day + 1) }
}

function dayAfterMonth(year: number, month: number): string {
  return month === 12 ? isoDay(year + 1, 1, 1) : isoDay(year, month + 1, 1)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
