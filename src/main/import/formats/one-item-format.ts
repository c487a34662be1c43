import type { DraftFile } from '../draft.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { draftOfFile } from './draft-of-file.ts'
import { readWhole } from './read-whole.ts'

/** What tells one format of single files from another. */
export interface OneItemFormat {
  readonly id: string
  readonly kind: 'html' | 'markdown' | 'text'
  readonly mediaType: string
  readonly confidence: ImportFormat['confidence']
  /** Takes along what the file shows from beside it. */
  readonly filesBeside?: (source: ImportSource, bytes: Uint8Array) => Promise<readonly DraftFile[]>
}

/** A format whose files are one article each: the file's bytes are the content and the original alike. */
export function oneItemFormat({ id, kind, mediaType, confidence, filesBeside }: OneItemFormat): ImportFormat {
  return {
    id,
    confidence,
    read: (source) => readWhole(source, (bytes) => readItem(source, bytes)),
    restoreContent: (original, parameters) => ({
      kind,
      bytes: original.bytes,
      declaredEncoding: parameters.declaredEncoding,
    }),
  }

  async function* readItem(source: ImportSource, bytes: Uint8Array): AsyncGenerator<DraftOrFailure> {
    const content = { kind, bytes, declaredEncoding: null }
    const files = (await filesBeside?.(source, bytes)) ?? []
    yield { ok: true, position: null, draft: { ...draftOfFile(source, bytes, { id, mediaType }), content, files } }
  }
}
