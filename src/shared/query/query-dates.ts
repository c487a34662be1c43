const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/
const AGO = /^(\d{1,4})([dwmy])$/

/** A period of days, half-open, as ISO days. */
export interface DayRange {
  readonly from: string
  readonly until: string
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Days of a date of any precision: `2021`, `2021-3`, `2021-03-05`; undefined when there is no such date. */
export function parseDayRange(text: string): DayRange | undefined {
  const [, year, month, day] = DATE.exec(text) ?? []
  if (year === undefined || Number(year) === 0) return undefined
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)]
  const from = new Date(`${year}-01-01T00:00:00Z`)
  from.setUTCMonth(m - 1, d)
  if (from.getUTCFullYear() !== y || from.getUTCMonth() !== m - 1 || from.getUTCDate() !== d) return undefined
  const until = new Date(from)
  if (day !== undefined) until.setUTCDate(d + 1)
  else if (month !== undefined) until.setUTCMonth(m)
  else until.setUTCFullYear(y + 1)
  return y === 9999 ? undefined : { from: isoDay(from), until: isoDay(until) }
}

/** Moment before `now` by so many days, weeks, months or years (`7d`, `2w`, `3m`, `1y`), as an ISO instant. */
export function parseAgo(text: string, now: string): string | undefined {
  const [, digits, unit] = AGO.exec(text) ?? []
  if (digits === undefined) return undefined
  const count = Number(digits)
  const moment = new Date(now)
  if (unit === 'd') moment.setUTCDate(moment.getUTCDate() - count)
  else if (unit === 'w') moment.setUTCDate(moment.getUTCDate() - 7 * count)
  else if (unit === 'm') moment.setUTCMonth(moment.getUTCMonth() - count)
  else moment.setUTCFullYear(moment.getUTCFullYear() - count)
  return moment.getUTCFullYear() < 1 ? '0001-01-01' : moment.toISOString()
}
