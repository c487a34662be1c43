import { appError } from '../../shared/app-error.ts'
import type { Article } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Attempt } from './ports/attempt.ts'
import type { Reading } from './ports/reading.ts'

/**
 * An article whole, with the text of a version; null = the current one. Errors: `archive/article-not-found`,
 * `archive/version-not-found`, and those of reading a damaged archive. Needs no writing connection.
 */
export function getArticle(
  { attempt, reading }: { readonly attempt: Attempt; readonly reading: Pick<Reading, 'article'> },
  uid: ArticleUid,
  version: number | null,
): Result<Article> {
  const found = attempt(() => reading.article(uid, version ?? undefined))
  if (!found.ok) return found
  if (found.value !== undefined) return ok(found.value)
  const current = version === null ? found : attempt(() => reading.article(uid))
  if (!current.ok) return current
  const isKnown = current.value !== undefined
  return err(
    isKnown ? appError('archive/version-not-found', { uid, version }) : appError('archive/article-not-found', { uid }),
  )
}
