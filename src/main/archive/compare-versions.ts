import type { TextComparison } from '../../shared/model/comparison.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { ok, type Result } from '../../shared/result.ts'
import { compareTexts } from '../../shared/text/compare-texts.ts'
import { getArticle } from './get-article.ts'
import type { Attempt } from './ports/attempt.ts'
import type { Reading } from './ports/reading.ts'

/** Compares the current texts of two versions of an article by words. Errors as of `getArticle`. */
export function compareVersions(
  ports: { readonly attempt: Attempt; readonly reading: Pick<Reading, 'article'> },
  uid: ArticleUid,
  from: number,
  to: number,
): Result<TextComparison> {
  const old = getArticle(ports, uid, from)
  if (!old.ok) return old
  const renewed = getArticle(ports, uid, to)
  if (!renewed.ok) return renewed
  return ok({ from, to, ...compareTexts(old.value.text, renewed.value.text) })
}
