import type { Result } from '../../../shared/result.ts'
import type { PreparedArticle } from '../../archive/prepared-article.ts'
import type { Draft } from '../draft.ts'
import { packSurfaces, unpackSurfaces } from './pack-surfaces.ts'

/** Drafts to prepare, one after the other; from the core's thread to a pool thread. */
export interface DraftMessage {
  readonly drafts: readonly { readonly id: number; readonly draft: Draft }[]
}

/**
 * From a pool thread: it is loaded and begins, or what became of a draft (sent as soon as it is ready, in the order
 * asked for, so that the first one not answered is the one in hand).
 */
export type ThreadMessage =
  { readonly kind: 'ready' } | { readonly kind: 'prepared'; readonly id: number; readonly result: PackedResult }

/** A result for the way between the threads: its word forms as one string. */
export interface PackedResult {
  readonly result: Result<PreparedArticle>
  readonly surfaces: string
}

/** Makes a result cheap to send. */
export function packResult(result: Result<PreparedArticle>): PackedResult {
  const analysed = result.ok ? result.value.analysed : null
  if (!result.ok || analysed === null) return { result, surfaces: '' }
  const value = { ...result.value, analysed: { ...analysed, surfaces: [] } }
  return { result: { ok: true, value }, surfaces: packSurfaces(analysed.surfaces) }
}

/** The result as it was. */
export function unpackResult({ result, surfaces }: PackedResult): Result<PreparedArticle> {
  const analysed = result.ok ? result.value.analysed : null
  if (!result.ok || analysed === null) return result
  return { ok: true, value: { ...result.value, analysed: { ...analysed, surfaces: unpackSurfaces(surfaces) } } }
}
