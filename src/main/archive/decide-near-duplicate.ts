import { appError, Failure } from '../../shared/app-error.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { ArticleUid, GestureUid } from '../../shared/model/identity.ts'
import type { NearDuplicateDecision } from '../../shared/model/near-duplicate.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { runGesture } from './gesture.ts'

/** A pair and what it is. */
export interface DecidedPair {
  readonly article: ArticleUid
  readonly other: ArticleUid
  readonly decision: NearDuplicateDecision
}

/**
 * Says of two articles that were proposed as near duplicates that they are one text, or that they are not; undo proposes them
 * again. Fails with `archive/article-not-found` when one is gone, or the two were never proposed.
 */
export function decideNearDuplicate(
  ports: ArchivePorts,
  actor: Actor,
  { article, other, decision }: DecidedPair,
): Result<{ readonly gesture: GestureUid | null }> {
  return runGesture(ports, actor, (gesture) => {
    const subject = `${article}/${other}`
    if (ports.entities.read('near-duplicate', subject) === null) {
      throw new Failure(appError('archive/article-not-found', { uid: other }))
    }
    const changed = gesture.edit({ kind: 'near-duplicate', subject, value: { status: decision } })
    return { gesture: changed ? gesture.uid : null }
  })
}
