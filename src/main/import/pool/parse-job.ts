import { isMarkedAsUntransferable } from 'node:worker_threads'
import type { Result } from '../../../shared/result.ts'
import type { PreparedArticle } from '../../archive/prepared-article.ts'
import type { Draft } from '../draft.ts'

/** A draft in the pool's hands. */
export interface ParseJob {
  readonly id: number
  readonly draft: Draft
  /** Bytes of its content and original. */
  readonly bytes: number
  readonly resolve: (result: Result<PreparedArticle>) => void
}

/** Bytes of a draft's content and original, which are often the same, of the pictures beside them, and of the pages behind it. */
export function draftBytes({ content, original, files, pages = [] }: Draft): number {
  const own = content.kind === 'none' ? 0 : content.bytes.length
  const shared = content.kind !== 'none' && original?.bytes === content.bytes
  const beside = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const behind = pages.reduce((sum, page) => sum + draftBytes(page), 0)
  return own + (shared ? 0 : (original?.bytes.length ?? 0)) + beside + behind
}

/**
 * From this size on (bytes) a draft is given to an idle thread by itself, and its buffers are moved there. Smaller ones
 * are copied, which costs a hundredth of preparing them, so that they can lie ready at a thread and be given to
 * another when that one ends.
 */
export const MOVED_BYTES = 4 * 1024 * 1024

/**
 * The buffers to move with a job; none for one that is copied. Only a buffer that is the view's alone is moved: others
 * may stand in the same one, and Node's pool of small buffers cannot be moved at all.
 */
export function buffersToMove(jobs: readonly ParseJob[]): readonly ArrayBuffer[] {
  const views = jobs
    .filter((job) => job.bytes >= MOVED_BYTES)
    .flatMap(({ draft }) => [draft.content.kind === 'none' ? null : draft.content.bytes, draft.original?.bytes ?? null])
  return [...new Set(views.flatMap((view) => (view === null ? [] : ownBuffer(view))))]
}

function ownBuffer({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  const movable = buffer instanceof ArrayBuffer && !isMarkedAsUntransferable(buffer)
  return movable && byteLength === buffer.byteLength ? [buffer] : []
}
