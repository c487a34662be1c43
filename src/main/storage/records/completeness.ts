import type { JsonObject } from '../../../shared/json.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'

/** What makes a version incomplete besides missing pictures, and what it is called in the archive. */
const SUSPICIONS = [
  ['suspected-paywall', 'suspectedPaywall'],
  ['suspected-other-page', 'suspectedOtherPage'],
  ['one-of-several-pages', 'oneOfSeveralPages'],
] as const

/**
 * What is missing from a version, read from the import's notes: null when nothing is known to be. Missing pictures are
 * counted; `is:incomplete` finds every version that has this.
 */
export function completenessOf(notes: readonly ItemNote[]): JsonObject | null {
  const missingImages = notes.filter(({ kind }) => kind === 'missing-image').length
  const suspected = SUSPICIONS.filter(([kind]) => notes.some((note) => note.kind === kind)).map(([, name]) => [
    name,
    true,
  ])
  if (missingImages === 0 && suspected.length === 0) return null
  return { missingImages, suspectedPaywall: false, ...(Object.fromEntries(suspected) as JsonObject) }
}
