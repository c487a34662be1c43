import type { Instant } from '../../shared/model/identity.ts'

/** A moment as people read it in a file name, in UTC: `2026-11-23 01.12.38` (Windows forbids colons). */
export function dateForFileName(moment: Instant): string {
  return moment.slice(0, 19).replace('T', ' ').replaceAll(':', '.')
}
