import type { DecisionReason, ImportItemReport } from './model/import.ts'
import type { ItemNoteKind } from './model/item-note.ts'

/** Remarks on an item that is in which a person should look at, the gravest first; all others only inform. */
const TO_DECIDE: readonly ItemNoteKind[] = [
  'suspected-other-page',
  'suspected-paywall',
  'one-of-several-pages',
  'no-article-found',
  'text-as-is',
  'encoding-guessed',
  'checksum-differs',
  'pages-without-text',
  'unplaced-highlight',
]

/** Why an item needs a decision: one reason, the gravest, so that every item is counted once; null = it needs none. */
export function decisionOf(item: Pick<ImportItemReport, 'outcome' | 'reason' | 'notes'>): DecisionReason | null {
  switch (item.outcome) {
    case 'linkOnly':
      return 'link-only'
    case 'failed':
      return item.reason?.code ?? 'internal'
    case 'already':
      return null
    case 'added':
    case 'newVersion':
      return TO_DECIDE.find((kind) => item.notes.some((note) => note.kind === kind)) ?? null
  }
}
