import type { TimeParts } from './partial-date.ts'

/** Offsets of zone abbreviations that mean one thing in news texts; `IST`, `BST`, `CST` of China are left alone. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  wet: 'Z',
  west: '+01:00',
  cet: '+01:00',
  mez: '+01:00',
  cest: '+02:00',
  mesz: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  jst: '+09:00',
  kst: '+09:00',
}

const TIME =
  /(?<![\d.:/-])(\d{1,2})(?:[:.h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(a\.?m\b\.?|p\.?m\b\.?)?\s*(?:uhr\b|ч\b)?\s*\(?((?:utc|gmt)?\s?[+-]\d{1,2}:?\d{2}\b|[a-z]{1,4}\b)?/g

/** Time of day in a piece of text without its date, in lower case; null when none is stated. */
export function parseTime(text: string): TimeParts | null {
  for (const [whole, hours = '', minutes, seconds, half, zone] of text.matchAll(TIME)) {
    if (minutes === undefined && half === undefined) continue
    if (minutes !== undefined && !/^\d{1,2}[:h]/.test(whole) && half === undefined && !whole.includes('uhr')) continue
    const hour = hourOf(Number(hours), half)
    if (hour > 23 || Number(minutes ?? 0) > 59) continue
    return {
      hour,
      minute: Number(minutes ?? 0),
      second: seconds === undefined ? null : Number(seconds),
      zone: zoneOf(zone),
    }
  }
  return null
}

/** `Z` or `±hh:mm` of a written zone or offset, in lower case; null when it is unknown. */
export function zoneOf(zone: string | undefined): string | null {
  if (zone === undefined) return null
  const offset = /([+-])(\d{1,2}):?(\d{2})$/.exec(zone.trim())
  if (offset !== null) {
    const text = `${offset[1] ?? '+'}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? '00'}`
    return text === '+00:00' || text === '-00:00' ? 'Z' : text
  }
  return ZONES[zone.trim()] ?? null
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (half.startsWith('p')) return hour === 12 ? 12 : hour + 12
  return hour === 12 ? 0 : hour
}
