import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { ArticleFacts } from '../../../shared/model/rendition.ts'
import type { Leftover } from './leftovers.ts'
import { otherPage } from './other-page.ts'
import { severalPagesNotes } from './several-pages.ts'
import type { Survey } from './survey.ts'

/** Less text than this, in UTF-16 units, behind a sign of a paywall is only the beginning of an article. */
export const STUB_LENGTH = 2000
/** What the notes are about. */
export interface PageFindings {
  readonly survey: Survey
  readonly facts: ArticleFacts
  /** Characters of the article's text. */
  readonly articleLength: number
  /** Its text when there is little of it, else `''`. */
  readonly shortText: string
  readonly headlines: readonly string[]
  readonly dropped: readonly Leftover[]
  readonly hasArticle: boolean
}

/** Remarks for the item: what is missing, what was removed and why, and whether the text looks cut off. */
export function pageNotes(findings: PageFindings): readonly ItemNote[] {
  const { facts, dropped } = findings
  const notes: ItemNote[] = []
  if (!findings.hasArticle) notes.push({ kind: 'no-article-found', details: {} })
  if (facts.title === null) notes.push({ kind: 'no-title', details: {} })
  if (facts.published === null) notes.push({ kind: 'no-date', details: {} })
  const other = findings.articleLength > STUB_LENGTH ? null : otherPage(findings.headlines, findings.shortText)
  if (other !== null) notes.push({ kind: 'suspected-other-page', details: { what: other } })
  notes.push(...severalPagesNotes(findings.survey))
  if (isStub(findings)) notes.push({ kind: 'suspected-paywall', details: { length: findings.articleLength } })
  if (dropped.length > 0) {
    notes.push({ kind: 'removed', details: { parts: dropped.map(({ reason, text }) => ({ reason, text })) } })
  }
  return notes
}

function isStub({ survey, articleLength }: PageFindings): boolean {
  if (articleLength > STUB_LENGTH) return false
  return survey.jsonLd.some((block) => /"isAccessibleForFree"\s*:\s*"?false/i.test(block)) || survey.asksToPay
}
