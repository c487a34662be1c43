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
  /** The whole content; only for formats whose files are one item. Larger than an item (or `limit`) is `import/too-large`. */
  readonly bytes: (limit?: number) => Promise<Result<Uint8Array>>
  /** The content piece by piece, for formats with many items; throws the system's own error when reading breaks off. */
  readonly stream: () => AsyncIterable<Uint8Array>
  /** The file on disk that it is, for libraries that open files themselves; undefined for anything else. */
  readonly filePath?: string
  /**
   * A picture, font or style sheet by its address relative to this source; null when there is none, or it lies outside of
   * what was given.
   */
  readonly fileBeside?: (address: string, use: 'shown' | 'style') => Promise<Omit<DraftFile, 'address'> | null>
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

/** One file of a bundle. */
export interface BundleFile extends ImportSource {
  /**
   * Way to it from the bundle's root, `/` between its steps; a name, never a path to open. Two entries of a ZIP may have
   * the same; their `path` tells them apart.
   */
  readonly name: string
  /** What the ZIP says of the entry. */
  readonly comment?: string
}

/** Files that came together: what lies in a ZIP or in a folder, or below one folder of these. */
export interface Bundle {
  /** As shown in reports. */
  readonly path: string
  /** Name of the ZIP or the folder; null when it has none. */
  readonly fileName: string | null
  /** Every file at any depth, in the order of the ZIP's list or by name; each is opened only when it is read. */
  readonly files: readonly BundleFile[]
  /** The ZIP whose root this is, as a source of its own; null for a folder. */
  readonly container: ImportSource | null
}

/** Reads a file by whatever format is its own, as if it had been given by itself. */
export type ReadFile = (source: ImportSource) => AsyncIterable<DraftOrFailure>

/** How a format reads files that belong together, from a ZIP or a folder alike. */
export interface BundleReader {
  /** Tells by a name that lies directly in the folder (folders with `/` at the end) that it is worth asking `claim`. */
  readonly sign: RegExp
  /**
   * The files that it reads together; none = they are not its own. What it leaves is read file by file, so nothing is
   * lost. May look into the files' heads.
   */
  readonly claim: (bundle: Bundle) => Promise<readonly BundleFile[]>
  /** Reads a bundle that holds only the files claimed. `readFile` is for the PDF or EPUB among them. */
  readonly read: (bundle: Bundle, readFile: ReadFile) => AsyncIterable<DraftOrFailure>
}

/** One file format, a file each in `formats/`. */
export interface ImportFormat {
  readonly id: string
  readonly confidence: (source: SourceLook) => FormatConfidence
  readonly read: (source: ImportSource) => AsyncIterable<DraftOrFailure>
  /** For formats of several files (a ZIP, its unpacked folder): how they are found and read. */
  readonly bundle?: BundleReader
  /** Makes the content again from the stored original, for rebuilds. */
  readonly restoreContent: (original: DraftOriginal, parameters: DraftParameters) => DraftContent
}
