const NAMED: ReadonlySet<string> = new Set(['today', 'yesterday', 'week', 'month', 'undated'])

/** The words over a stretch of the list: "Yesterday", "October", "2025". */
export function namePeriod(key: string, t: (key: string) => string, locale: string): string {
  if (NAMED.has(key)) return t(`library.period.${key}`)
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(key) ?? []
  if (year === undefined || month === undefined) return key
  const first = new Date(Date.UTC(Number(year), Number(month) - 1, 1))
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(first)
}
