import type { Instant } from '../../../shared/model/identity.ts'

/** `2016-09-08T11:55:58+0200`, `2022-11-06 04:33:50+00:00`, `2015-09-09 11:10:32 UTC`, `2024-01-01`; no zone means UTC. */
const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(\.\d{1,9})?)?\s*(?:Z|UTC|GMT|([+-]\d\d):?(\d\d))?)?$/i

/** From 1601 to 1970 in seconds: where Chrome and Windows begin to count. */
const BEFORE_UNIX = 11_644_473_600

/**
 * Reads a moment as exports write it: ISO 8601 in its many spellings, or a number of seconds, milliseconds or
 * microseconds since 1970 (Chrome: since 1601), told apart by their size. Null for anything else, and for what is out of
 * the years 1970 to 2200.
 */
export function readInstant(value: string | number | null): Instant | null {
  if (value === null) return null
  const text = String(value).trim()
  if (/^\d{1,17}(?:\.\d+)?$/.test(text)) return instantOf(millisecondsOf(Number(text)))
  const [, day = '', time = '00:00', seconds = '00', fraction = '', hours, minutes] = WRITTEN.exec(text) ?? []
  if (day === '') return null
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes ?? '00'}`
  return instantOf(Date.parse(`${day}T${time}:${seconds}${fraction.slice(0, 4)}${zone}`))
}

function millisecondsOf(value: number): number {
  if (value < 1e11) return value * 1000
  if (value < 1e14) return value
  return value < 8e15 ? value / 1000 : value / 1000 - BEFORE_UNIX * 1000
}

const LATEST = Date.UTC(2200, 0, 1)

function instantOf(milliseconds: number): Instant | null {
  const whole = Math.round(milliseconds)
  return whole > 0 && whole < LATEST ? (new Date(whole).toISOString() as Instant) : null
}
