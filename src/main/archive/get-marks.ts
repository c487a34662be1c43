import { appError, Failure } from '../../shared/app-error.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { ArticleMarks } from './ports/entities.ts'

/**
 * State, star and Trash of an article that a person named.
 *
 * @throws Failure `archive/article-not-found`.
 */
export function getMarks(ports: ArchivePorts, uid: ArticleUid): ArticleMarks {
  const marks = ports.entities.read('article', uid)
  if (marks === null) throw new Failure(appError('archive/article-not-found', { uid }))
  return marks
}
