import type { Annotation } from '../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../shared/model/identity.ts'

/** Marks that are shown under a uid of the window's until they are kept under their own. */
export interface KeptMarks {
  /** Follows the keeping of a mark; answers what it was kept as, null when it was not. */
  readonly follow: (shown: AnnotationUid, keeping: Promise<Annotation | null>) => Promise<Annotation | null>
  /** The uid an annotation is kept under: one that is still being kept is waited for; null when it was not kept. */
  readonly uidOf: (shown: AnnotationUid) => Promise<AnnotationUid | null>
}

/** Begins with none under way. */
export function createKeptMarks(): KeptMarks {
  const underWay = new Map<AnnotationUid, Promise<Annotation | null>>()
  return {
    follow: async (shown, keeping) => {
      underWay.set(shown, keeping)
      const kept = await keeping
      underWay.delete(shown)
      return kept
    },
    uidOf: async (shown) => {
      const keeping = underWay.get(shown)
      return keeping === undefined ? shown : ((await keeping)?.uid ?? null)
    },
  }
}
