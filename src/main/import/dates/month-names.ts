/**
 * Languages whose month names are read, in the order that settles names that two of them use for different months
 * (`srpanj`/`srpen`). Croatian and Lithuanian clash with Czech, Polish and Ukrainian, so they count only when hinted.
 */
const LANGUAGES =
  'en de fr es it pt nl ru uk pl cs sk sv da nb fi tr hu ro el id bg be sr sl et lv ca ar-EG ar-SY ar-DZ fa he hi vi'.split(
    ' ',
  )
const ONLY_WHEN_HINTED = ['hr', 'lt']

/** Written forms that the Unicode locale data does not list. */
const EXTRA: Readonly<Record<string, number>> = {
  sept: 9,
  jänner: 1,
  jän: 1,
  feber: 2,
  mrz: 3,
  maerz: 3,
  fevrier: 2,
  aout: 8,
  decembre: 12,
  setiembre: 9,
  marco: 3,
}

const tables = new Map<string, ReadonlyMap<string, number>>()

/** Number (1–12) of a month by its name or abbreviation, in lower case without full stop; null when it is none. */
export function monthNumber(name: string, language: string | null): number | null {
  const hinted = language === null ? undefined : table(language).get(name)
  return hinted ?? table('').get(name) ?? null
}

/** Names by language, made when first needed: about 15 ms for all of them. */
function table(language: string): ReadonlyMap<string, number> {
  const known = tables.get(language)
  if (known !== undefined) return known
  const all =
    language === '' ? LANGUAGES : [...LANGUAGES, ...ONLY_WHEN_HINTED].filter((tag) => tag.startsWith(language))
  const names = new Map<string, number>()
  for (const tag of all) addNames(names, tag)
  if (language === '') for (const [name, month] of Object.entries(EXTRA)) names.set(name, month)
  tables.set(language, names)
  return names
}

function addNames(names: Map<string, number>, tag: string): void {
  const calendar = { timeZone: 'UTC', calendar: 'gregory' } as const
  const styles = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(tag, { ...calendar, month }),
    // With a day the name takes its genitive form: `24 июня`, `24 czerwca`.
    new Intl.DateTimeFormat(tag, { ...calendar, month, day: 'numeric' }),
  ])
  for (let month = 1; month <= 12; month++) {
    for (const style of styles) {
      const part = style.formatToParts(Date.UTC(2022, month - 1, 15)).find(({ type }) => type === 'month')
      const name = normalMonthName(part?.value ?? '')
      if (name.length > 1 && !/\d/.test(name) && !names.has(name)) names.set(name, month)
    }
  }
}

/** How names are compared: lower case, composed, without the full stop of an abbreviation. */
export function normalMonthName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.\u200f\u200e]/g, '')
    .trim()
}
