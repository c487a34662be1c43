/**
 * A stretch of a list under one heading. Keys: `today`, `yesterday`, `week` (this week, before yesterday), `month` (this
 * month, before this week), a month `2026-10` of this year, a year `2025`, or `undated`.
 */
export interface ListPeriod {
  readonly key: string
  /** Index of its first row in the whole list. */
  readonly start: number
}
