/** A period of a list with its bounds, half-open, as the list's column writes its values. */
export interface Period {
  readonly key: string
  readonly from: string
  readonly until: string
}

/** Tells the period of a value of the column that a list is ordered by. */
export type PeriodOf = (value: string) => Period

/** How a column writes a moment: `added_at` as an instant of UTC, `published_from` as a day. */
export type MomentFormat = 'instant' | 'day'

/**
 * The periods of a list as people on this machine see them now: days and weeks (from Monday) by its own clock and zone.
 * What lies in the future stands under its month or year.
 */
export function createPeriodOf(now: Date, format: MomentFormat): PeriodOf {
  const write = format === 'instant' ? (moment: Date) => moment.toISOString() : isoDay
  const today = startOfDay(now)
  const tomorrow = addDays(today, 1)
  const yesterday = addDays(today, -1)
  const week = addDays(today, -((today.getDay() + 6) % 7))
  const recent = week < yesterday ? week : yesterday
  const month = new Date(today.getFullYear(), today.getMonth(), 1)
  const period = (key: string, from: Date, until: Date): Period => ({ key, from: write(from), until: write(until) })
  return (value) => {
    const moment = format === 'instant' ? new Date(value) : parseDay(value)
    if (moment >= tomorrow)
      return longPeriod(moment, today, (key, from, until) => period(key, later(from, tomorrow), until))
    if (moment >= today) return period('today', today, tomorrow)
    if (moment >= yesterday) return period('yesterday', yesterday, today)
    if (moment >= week) return period('week', week, yesterday)
    if (moment >= month) return period('month', month, recent)
    return longPeriod(moment, today, (key, from, until) => period(key, from, until < recent ? until : recent))
  }
}

/** A month of this year, or another year. */
function longPeriod(moment: Date, today: Date, make: (key: string, from: Date, until: Date) => Period): Period {
  const year = moment.getFullYear()
  if (year !== today.getFullYear()) return make(fourDigits(year), dateOf(year, 0), dateOf(year + 1, 0))
  const month = moment.getMonth()
  return make(isoDay(moment).slice(0, 7), dateOf(year, month), dateOf(year, month + 1))
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other
}

function startOfDay(moment: Date): Date {
  return dateOf(moment.getFullYear(), moment.getMonth(), moment.getDate())
}

function addDays(day: Date, days: number): Date {
  return dateOf(day.getFullYear(), day.getMonth(), day.getDate() + days)
}

/** Midnight in this machine's zone; unlike the constructor it takes the years 0 to 99 as they are. */
function dateOf(year: number, month: number, day = 1): Date {
  const date = new Date(2000, 0, 1)
  date.setFullYear(year, month, day)
  return date
}

function parseDay(text: string): Date {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return dateOf(year, month - 1, day)
}

function isoDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${fourDigits(date.getFullYear())}-${month ?? ''}-${day ?? ''}`
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0')
}
