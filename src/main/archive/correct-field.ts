import { appError, Failure } from '../../shared/app-error.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { MOST_FACT_CHARACTERS, type OverrideField } from '../../shared/model/override.ts'
import type { Result } from '../../shared/result.ts'
import { dayRange } from '../../shared/text/day-range.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { runGesture } from './gesture.ts'
import { getArticleRef } from './get-article-ref.ts'

/** A fact corrected by hand; `value` undefined takes the correction back, null says "there is none". */
export interface FieldCorrection {
  readonly article: ArticleUid
  readonly field: OverrideField
  readonly value: string | null | undefined
}

/**
 * Corrects one fact of an article. No rebuild touches it; undo takes it back. A date that is none is refused
 * (`archive/bad-date`): it would stand in no year and be found by no search; so is a language that is no code, and
 * what is longer than a list can show (`archive/fact-too-long`).
 */
export function correctField(ports: ArchivePorts, actor: Actor, correction: FieldCorrection): Result<null> {
  return runGesture(ports, actor, (gesture) => {
    const { article, field } = correction
    // An empty fact is none: a title of no letters could be seen and found nowhere.
    const value = correction.value?.trim() === '' ? null : correction.value
    getArticleRef(ports, article)
    if (value) assertFits(field, value)
    const subject = `${article}/${field}`
    const before = ports.entities.read('override', subject)
    if (value === undefined) {
      gesture.edit({ kind: 'override', subject, value: null })
      return null
    }
    const created = before?.created ?? gesture.at
    const uid = before?.uid ?? ports.newUid()
    gesture.edit({ kind: 'override', subject, value: { uid, value, created, changed: gesture.at } })
    return null
  })
}

/** @throws Failure `archive/fact-too-long`, `archive/bad-date`, `archive/bad-language`. */
function assertFits(field: OverrideField, value: string): void {
  const { length } = value
  if (length > MOST_FACT_CHARACTERS) {
    throw new Failure(appError('archive/fact-too-long', { field, length, most: MOST_FACT_CHARACTERS }))
  }
  if (field === 'published' && dayRange(value) === undefined) throw new Failure(appError('archive/bad-date', { value }))
  if (field === 'language' && !/^[a-z]{2,3}$/.test(value))
    throw new Failure(appError('archive/bad-language', { value }))
}
