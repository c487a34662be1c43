import type { Instant } from '../../../shared/model/identity.ts'
import { parseDate } from './parse-date.ts'

/** A written date as a moment, when it states its time and zone; null otherwise: a moment is never guessed. */
export function instantOf(text: string | null | undefined): Instant | null {
  const date = text === null || text === undefined ? null : parseDate(text.trim())
  const moment = date === null || !/(?:Z|[+-]\d{2}:\d{2})$/.test(date) ? Number.NaN : Date.parse(date)
  return Number.isNaN(moment) ? null : (new Date(moment).toISOString() as Instant)
}
