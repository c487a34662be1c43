import { appError, Failure } from '../../shared/app-error.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { ArticleUid, GestureUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { getArticleRef } from './get-article-ref.ts'
import { runGesture } from './gesture.ts'

/**
 * Makes a version the one that is shown, listed and searched; undo puts the other back. Fails with
 * `archive/article-not-found`, `archive/version-not-found`.
 */
export function chooseVersion(
  ports: ArchivePorts,
  actor: Actor,
  uid: ArticleUid,
  version: number,
): Result<{ readonly gesture: GestureUid | null }> {
  return runGesture(ports, actor, (gesture) => {
    getArticleRef(ports, uid)
    const known = ports.reading.article(uid)?.versions.some(({ number }) => number === version) ?? false
    if (!known) throw new Failure(appError('archive/version-not-found', { uid, version }))
    const changed = gesture.edit({ kind: 'current-version', subject: uid, value: { version } })
    return { gesture: changed ? gesture.uid : null }
  })
}
