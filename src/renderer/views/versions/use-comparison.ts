import { shallowRef, watch, type ShallowRef } from 'vue'
import type { AppError } from '../../../shared/app-error.ts'
import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { TextComparison } from '../../../shared/model/comparison.ts'
import { theHost } from '../../api.ts'

/** Two versions of an article, by number. */
export interface ComparedVersions {
  readonly uid: ArticleUid
  readonly from: number
  readonly to: number
}

/** What changed from one version to another. */
export interface Comparison {
  /** Null while it is made, and when there is nothing to compare. */
  readonly comparison: ShallowRef<TextComparison | null>
  readonly problem: ShallowRef<AppError | null>
}

/** Compares two versions whenever others are chosen; null, or a version with itself, compares nothing. */
export function useComparison(wanted: () => ComparedVersions | null): Comparison {
  const comparison = shallowRef<TextComparison | null>(null)
  const problem = shallowRef<AppError | null>(null)

  let asking = 0
  watch(wanted, async (versions, before) => {
    if (before !== null && versions !== null && isSame(versions, before)) return
    const asked = ++asking
    comparison.value = null
    problem.value = null
    if (versions === null || versions.from === versions.to) return
    const answer = await theHost().client.request('article.compare', versions)
    if (asked !== asking) return
    if (answer.ok) comparison.value = answer.value
    else problem.value = answer.error
  })
  return { comparison, problem }
}

function isSame(one: ComparedVersions, other: ComparedVersions): boolean {
  return one.uid === other.uid && one.from === other.from && one.to === other.to
}
