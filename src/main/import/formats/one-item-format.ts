import type { Draft, DraftFile } from '../draft.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { appError } from '../../../shared/app-error.ts'
import { sha256 } from '../steps/sha256.ts'
import { NOTHING_STATED } from './stated-draft.ts'

/** What tells one format of single files from another. */
export interface OneItemFormat {
  readonly id: string
  readonly kind: 'html' | 'markdown' | 'text'
  readonly mediaType: string
  readonly confidence: ImportFormat['confidence']
  /** Takes along what the file shows from beside it. */
  readonly filesBeside?: (source: ImportSource, bytes: Uint8Array) => Promise<readonly DraftFile[]>
}

/**
 * A format whose files are one article each: the file's bytes are the content and the original alike, and its key is
 * their hash, so that a moved or copied file is known again.
 */
export function oneItemFormat({ id, kind, mediaType, confidence, filesBeside }: OneItemFormat): ImportFormat {
  return {
    id,
    confidence,
    read: (source) =>
      readWhole(source, async (bytes) => ({
        ...draftOf(source, bytes),
        files: (await filesBeside?.(source, bytes)) ?? [],
      })),
    restoreContent: (original, parameters) => ({
      kind,
      bytes: original.bytes,
      declaredEncoding: parameters.declaredEncoding,
    }),
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

async function* readWhole(
  source: ImportSource,
  draftOf: (bytes: Uint8Array) => Promise<Draft>,
): AsyncGenerator<DraftOrFailure> {
  const read = await source.bytes()
  const failed = { ok: false, source: source.path, position: null } as const
  if (!read.ok) {
    yield { ...failed, key: { sourceHash: sha256(source.path), key: 'unread' }, error: read.error }
  } else if (read.value.length === 0) {
    const error = appError('import/empty', { path: source.path })
    yield { ...failed, key: { sourceHash: sha256(read.value), key: '' }, error }
  } else {
    yield { ok: true, draft: await draftOf(read.value), position: null }
  }
}
