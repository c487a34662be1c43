import type { AppError } from '../../shared/app-error.ts'
import type { Result } from '../../shared/result.ts'
import type { Draft, DraftContent, DraftFile, DraftOriginal, DraftParameters } from './draft.ts'

/** Something to read: a file of a folder, or standard input. */
export interface ImportSource {
  /** As shown in the report. */
  readonly path: string
  /** Name without folders; null for standard input. */
  readonly fileName: string | null
  /** Size in bytes when known. */
  readonly size: number | null
  /** The first bytes (up to 64 KiB), for detection. */
  readonly head: () => Promise<Result<Uint8Array>>
  /** The whole content; only for formats whose files are one item. Larger than an item may be is `import/too-large`. */
  readonly bytes: () => Promise<Result<Uint8Array>>
  /** The content piece by piece, for formats with many items; throws the system's own error when reading breaks off. */
  readonly stream: () => AsyncIterable<Uint8Array>
  /** A picture by its address relative to this source; null when there is none, or it lies outside of what was given. */
  readonly pictureBeside?: (address: string) => Promise<Omit<DraftFile, 'address'> | null>
}

/** An item that could not be read, and why; one outcome like any other. */
export interface DraftFailure {
  readonly ok: false
  readonly source: string
  readonly key: Draft['key']
  readonly error: AppError
  /** Bytes of the source read so far, where the format counts them: how far through a file of many items we are. */
  readonly position: number | null
}

/** An item, or why one could not be read; either way one outcome. */
export type DraftOrFailure =
  { readonly ok: true; readonly draft: Draft; readonly position: number | null } | DraftFailure

/** How certain a format is that a source is its own: content decides, the name only breaks ties. */
export type FormatConfidence = 'certain' | 'likely' | 'no'

/** What a format may look at to recognise its own. */
export interface SourceLook {
  readonly fileName: string | null
  readonly head: Uint8Array
}

/** One file format, a file each in `formats/`. */
export interface ImportFormat {
  readonly id: string
  readonly confidence: (source: SourceLook) => FormatConfidence
  readonly read: (source: ImportSource) => AsyncIterable<DraftOrFailure>
  /** Makes the content again from the stored original, for rebuilds. */
  readonly restoreContent: (original: DraftOriginal, parameters: DraftParameters) => DraftContent
}
