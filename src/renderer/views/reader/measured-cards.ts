import { onBeforeUnmount, type ObjectDirective } from 'vue'
import type { AnnotationUid } from '../../../shared/model/identity.ts'

/**
 * A directive for cards of the margin, each with its key: tells how high they are, in whole CSS pixels, whenever that changes.
 * One observer sees them all, so that cards drawn together are told together and the margin is laid out once for them.
 */
export function measuredCards(
  tell: (heights: ReadonlyMap<AnnotationUid, number>) => void,
): ObjectDirective<HTMLElement, AnnotationUid> {
  const keys = new WeakMap<Element, AnnotationUid>()
  const observer = new ResizeObserver((entries) => {
    const heights = new Map<AnnotationUid, number>()
    for (const { target, borderBoxSize } of entries) {
      const key = keys.get(target)
      const height = borderBoxSize[0]?.blockSize
      // A card that has just gone has no height.
      if (key !== undefined && height !== undefined && target.isConnected) heights.set(key, Math.round(height))
    }
    tell(heights)
  })
  onBeforeUnmount(() => observer.disconnect())
  return {
    mounted: (card, { value }) => {
      keys.set(card, value)
      observer.observe(card)
    },
    beforeUnmount: (card) => observer.unobserve(card),
  }
}
