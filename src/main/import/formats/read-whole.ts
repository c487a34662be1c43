import { appError, type AppError } from '../../../shared/app-error.ts'
import type { DraftFailure, DraftOrFailure, ImportSource } from '../format.ts'
import { sha256 } from '../steps/sha256.ts'

/**
 * Reads a source whole, for formats that need all of it at once, and yields what `itemsOf` makes of its bytes. A source
 * that cannot be read, or is empty, is one failed item.
 */
export async function* readWhole(
  source: ImportSource,
  itemsOf: (bytes: Uint8Array) => AsyncIterable<DraftOrFailure> | Iterable<DraftOrFailure>,
  limit?: number,
): AsyncGenerator<DraftOrFailure> {
  const read = await source.bytes(limit)
  if (!read.ok) {
    const key = { sourceHash: sha256(source.path), key: 'unread' }
    yield { ok: false, source: source.path, key, error: read.error, position: null }
  } else if (read.value.length === 0)
    yield wholeFailure(source, read.value, appError('import/empty', { path: source.path }))
  else yield* itemsOf(read.value)
}

/** The failure of a source as a whole, known again by its bytes. */
export function wholeFailure(source: ImportSource, bytes: Uint8Array, error: AppError): DraftFailure {
  return { ok: false, source: source.path, key: { sourceHash: sha256(bytes), key: '' }, error, position: null }
}
