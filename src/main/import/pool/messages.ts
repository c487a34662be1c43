import type { Result } from '../../../shared/result.ts'
import type { PreparedArticle } from '../../archive/prepared-article.ts'
import type { Draft } from '../draft.ts'

/** What a pool thread starts with. */
export interface ParseThreadData {
  /** A `StopFlag`'s memory: once raised, no further draft is begun and the thread ends. */
  readonly stop: SharedArrayBuffer
}

/** Drafts to prepare, one after the other; from the core's thread to a pool thread. */
export interface DraftMessage {
  readonly drafts: readonly { readonly id: number; readonly draft: Draft }[]
}

/**
 * From a pool thread: it is loaded and begins, or what became of a draft (sent as soon as it is ready, in the order
 * asked for, so that the first one not answered is the one in hand). `cpu`: microseconds of processor time of the thread
 * up to now.
 */
export type ThreadMessage = { readonly cpu: number } & (
  | { readonly kind: 'ready' }
  | { readonly kind: 'prepared'; readonly id: number; readonly result: Result<PreparedArticle> }
)
