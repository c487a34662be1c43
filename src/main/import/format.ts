import type { AppError } from '../../shared/app-error.ts'
import type { Draft, DraftContent, DraftOriginal, DraftParameters } from './draft.ts'

/** Something to read: a file of a folder, or standard input. */
export interface ImportSource {
  /** As shown in the report. */
  readonly path: string
  /** Name without folders; null for standard input. */
  readonly fileName: string | null
  /** Size in bytes when known. */
  readonly size: number | null
  /** The first bytes (up to 64 KiB), for detection. */
  readonly head: () => Promise<Uint8Array>
  /** The whole content; only for formats whose files are one item. */
  readonly bytes: () => Promise<Uint8Array>
  /** The content piece by piece, for formats with many items. */
  readonly stream: () => AsyncIterable<Uint8Array>
}

/** An item, or why one could not be read; either way one outcome. */
export type DraftOrFailure =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly source: string; readonly key: Draft['key']; readonly error: AppError }

/** How certain a format is that a source is its own: content decides, the name only breaks ties. */
export type FormatConfidence = 'certain' | 'likely' | 'no'

/** One file format, a file each in `formats/`. */
export interface ImportFormat {
  readonly id: string
  readonly confidence: (source: { readonly fileName: string | null; readonly head: Uint8Array }) => FormatConfidence
  readonly read: (source: ImportSource) => AsyncIterable<DraftOrFailure>
  /** Makes the content again from the stored original, for rebuilds. */
  readonly restoreContent: (original: DraftOriginal, parameters: DraftParameters) => DraftContent
}
