/** The day of a date that may carry a time; one known only as a year or month stays as it is. */
export function dayOf(published: string | null): string | null {
  return published === null ? null : published.slice(0, 10)
}
