import type { AppError } from '../../shared/app-error.ts'
import { isArchived } from '../archive/ports/archived-article.ts'
import type { PreparedArticle } from '../archive/prepared-article.ts'
import type { ParsePool } from './pool/parse-pool.ts'
import { prepareInOrder } from './prepare-in-order.ts'
import { readDrafts, type ImportWishes } from './read-drafts.ts'
import type { SourceList } from './sources/find-sources.ts'

/** What an import would make of one item, or why nothing. */
export type PreparedItem =
  | { readonly source: string; readonly prepared: PreparedArticle; readonly error: null }
  | { readonly source: string; readonly prepared: null; readonly error: AppError }

/** The road of an import without its end: every item prepared, in order, nothing stored. */
export async function* extractSources(options: {
  readonly sources: SourceList
  readonly wishes?: ImportWishes
  readonly pool: ParsePool
  readonly signal: AbortSignal
}): AsyncGenerator<PreparedItem> {
  const { sources, wishes, pool, signal } = options
  const items = readDrafts(sources, wishes)
  for await (const arrived of prepareInOrder({ items, pool, signal, findEarlier: () => undefined })) {
    if (arrived.kind !== 'ready') continue
    const { source, result } = arrived
    if (!result.ok) yield { source, prepared: null, error: result.error }
    else if (!isArchived(result.value)) yield { source, prepared: result.value, error: null }
  }
}
