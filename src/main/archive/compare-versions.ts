import type { TextComparison } from '../../shared/model/comparison.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { ok, type Result } from '../../shared/result.ts'
import { getArticle } from './get-article.ts'
import type { Attempt } from './ports/attempt.ts'
import type { Reading } from './ports/reading.ts'

/** Compares two texts; where it is done is the composition's affair. Rejects only for bugs. */
export type CompareTexts = (from: string, to: string) => Promise<Omit<TextComparison, 'from' | 'to'>>

/** Compares the current texts of two versions of an article by words. Errors as of `getArticle`. */
export async function compareVersions(
  ports: {
    readonly attempt: Attempt
    readonly reading: Pick<Reading, 'article'>
    readonly compareTexts: CompareTexts
  },
  uid: ArticleUid,
  from: number,
  to: number,
): Promise<Result<TextComparison>> {
  const old = getArticle(ports, uid, from)
  if (!old.ok) return old
  const renewed = getArticle(ports, uid, to)
  if (!renewed.ok) return renewed
  return ok({ from, to, ...(await ports.compareTexts(old.value.text, renewed.value.text)) })
}
