import type { JsonObject } from '../../../shared/json.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'

/**
 * What is missing from a version, read from the import's notes: null when nothing is known to be. Missing pictures are
 * counted; `is:incomplete` finds every version that has this.
 */
export function completenessOf(notes: readonly ItemNote[]): JsonObject | null {
  const missingImages = notes.filter(({ kind }) => kind === 'missing-image').length
  const suspectedPaywall = notes.some(({ kind }) => kind === 'suspected-paywall')
  const suspectedOtherPage = notes.some(({ kind }) => kind === 'suspected-other-page')
  if (suspectedOtherPage) return { missingImages, suspectedPaywall, suspectedOtherPage }
  return missingImages === 0 && !suspectedPaywall ? null : { missingImages, suspectedPaywall }
}
