import type { ArticleUid } from '../../shared/model/identity.ts'
import type { Scope } from './scope.ts'

/** Where the window is: one view, with what it shows. */
export type Place =
  | { readonly view: 'welcome' }
  | { readonly view: 'library'; readonly scope: Scope }
  | {
      readonly view: 'reader'
      readonly article: ArticleUid
      /** Passage to show; half-open, UTF-16 code units of the current text. */
      readonly target: { readonly start: number; readonly end: number } | null
      /** The search it was opened from, whose hits are shown. */
      readonly query: string | null
    }
  | { readonly view: 'search'; readonly query: string }
  | { readonly view: 'notes' }
  | { readonly view: 'import' }
  | { readonly view: 'trash' }
