import { appError, Failure } from '../../shared/app-error.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { ArticleRef } from './ports/article-records.ts'

/**
 * The article that a person named.
 *
 * @throws Failure `archive/article-not-found`.
 */
export function getArticleRef(ports: ArchivePorts, uid: ArticleUid): ArticleRef {
  const article = ports.records.find(uid)
  if (article === undefined) throw new Failure(appError('archive/article-not-found', { uid }))
  return article
}
