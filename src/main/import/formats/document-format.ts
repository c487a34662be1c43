import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { MAX_DOCUMENT_BYTES } from '../limits.ts'
import { draftOfFile } from './draft-of-file.ts'
import { readWhole } from './read-whole.ts'

/** What tells one format of documents from another. */
export interface DocumentFormat {
  readonly id: string
  readonly kind: 'epub' | 'pdf'
  readonly mediaType: string
  readonly confidence: ImportFormat['confidence']
}

/** A format whose files are one document each, which is unfolded in the pool. */
export function documentFormat({ id, kind, mediaType, confidence }: DocumentFormat): ImportFormat {
  return {
    id,
    confidence,
    read: (source) => readWhole(source, (bytes) => [draftOf(source, bytes)], MAX_DOCUMENT_BYTES),
    restoreContent: ({ bytes }) => ({ kind, bytes, declaredEncoding: null }),
  }

  function draftOf(source: ImportSource, bytes: Uint8Array): DraftOrFailure {
    const content = { kind, bytes, declaredEncoding: null }
    return { ok: true, position: null, draft: { ...draftOfFile(source, bytes, { id, mediaType }), content } }
  }
}
