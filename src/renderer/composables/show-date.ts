/** How a date is shown: `14 Sep 2023`, with its month spelled out (`14 September 2023`), or only its year. */
export type DateShown = 'day' | 'spelled' | 'year'

/** A date as precise as it is known (`2022`, `2022-06`, `2022-06-24`, or with a time, which is left out), in words. */
export function showPartialDate(date: string, locale: string, shown: DateShown = 'day'): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date) ?? []
  if (year === undefined) return date
  // The day as the source wrote it: in another time zone it must not become the day before.
  const moment = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(moment.getTime())) return date
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' }
  if (month !== undefined && shown !== 'year') options.month = shown === 'spelled' ? 'long' : 'short'
  if (day !== undefined && shown !== 'year') options.day = 'numeric'
  return formatOf(locale, options).format(moment)
}

/** The day of a moment, in the reader's own time zone. */
export function showDay(instant: string, locale: string): string {
  const moment = new Date(instant)
  if (Number.isNaN(moment.getTime())) return instant
  return formatOf(locale, { year: 'numeric', month: 'short', day: 'numeric' }).format(moment)
}

/** A moment to the minute, in the reader's own time zone: `25 November 2026 at 16:17`. */
export function showMoment(instant: string, locale: string): string {
  const moment = new Date(instant)
  if (Number.isNaN(moment.getTime())) return instant
  return formatOf(locale, { dateStyle: 'long', timeStyle: 'short' }).format(moment)
}

/* Making a format takes longer than drawing the line it stands in. Few are ever asked for: a locale's ways to show a date. */
const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(dayFirst(locale), options)
  formats.set(key, made)
  return made
}

/** Plain English names no country; the day stands first, as it does nearly everywhere. */
function dayFirst(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}
