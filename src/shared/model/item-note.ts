import type { JsonObject } from '../json.ts'

/** Kinds of remarks that an import leaves on an item: partial failures and oddities, never a reason to lose it. */
export type ItemNoteKind =
  | 'checksum-differs'
  | 'chosen-element-gone'
  | 'declared-encoding-wrong'
  | 'encoding-guessed'
  | 'invalid-date'
  | 'joined-pages'
  | 'missing-image'
  | 'no-article-found'
  | 'no-date'
  | 'no-title'
  | 'one-of-several-pages'
  | 'pages-without-text'
  | 'removed'
  | 'restored-from-trash'
  | 'suspected-other-page'
  | 'suspected-paywall'
  | 'text-as-is'
  | 'unknown-field'
  | 'unplaced-highlight'

/** One remark about an item of an import. */
export interface ItemNote {
  readonly kind: ItemNoteKind
  readonly details: JsonObject
}
