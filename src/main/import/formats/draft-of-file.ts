import type { Draft } from '../draft.ts'
import type { ImportSource } from '../format.ts'
import { sha256 } from '../steps/sha256.ts'
import { NOTHING_STATED } from './stated-draft.ts'

/**
 * The draft of a file that is one item, but for its content: its bytes are the original, and their hash is the key, so that
 * a moved or copied file is known again. Nothing else is stated.
 */
export function draftOfFile(
  source: ImportSource,
  bytes: Uint8Array,
  { id, mediaType }: { readonly id: string; readonly mediaType: string },
): Omit<Draft, 'content'> {
  return {
    ...NOTHING_STATED,
    key: { sourceHash: sha256(bytes), key: '' },
    source: source.path,
    format: id,
    original: { bytes, mediaType },
    fileName: source.fileName,
  }
}
