import type { Draft } from '../draft.ts'
import type { ImportFormat, ImportSource } from '../format.ts'
import { MAX_DOCUMENT_BYTES } from '../limits.ts'
import { sha256 } from '../steps/sha256.ts'
import { readWhole } from './read-whole.ts'
import { NOTHING_STATED } from './stated-draft.ts'

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
    read: (source) =>
      readWhole(source, (bytes) => [{ ok: true, position: null, draft: draftOf(source, bytes) }], MAX_DOCUMENT_BYTES),
    restoreContent: ({ bytes }) => ({ kind, bytes, declaredEncoding: null }),
  }

  function draftOf(source: ImportSource, bytes: Uint8Array): Draft {
    return {
      ...NOTHING_STATED,
      key: { sourceHash: sha256(bytes), key: '' },
      source: source.path,
      format: id,
      content: { kind, bytes, declaredEncoding: null },
      original: { bytes, mediaType },
      fileName: source.fileName,
    }
  }
}
