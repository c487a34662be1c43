import type { ArticleUid, ReaderHtml, Sha256 } from '../../../shared/model/identity.ts'
import type { Direction } from '../../../shared/model/rendition.ts'

/** A rendition as a document to show. */
export interface ReaderDocument {
  readonly html: ReaderHtml
  readonly direction: Direction
  /** BCP 47, or null when it is not known. */
  readonly language: string | null
  readonly title: string | null
}

/** What is known of a blob without reading it. */
export interface BlobHead {
  readonly sha256: Sha256
  readonly mediaType: string
  /** Uncompressed bytes. */
  readonly size: number
}

/** A file that came beside an original, by its address there. */
export interface BesideHead extends BlobHead {
  readonly address: string
}

/** The original a version came from. */
export interface OriginalHead extends BlobHead {
  /** Pictures, fonts and style sheets that came beside it. */
  readonly files: readonly BesideHead[]
  readonly title: string | null
  readonly language: string | null
  readonly direction: Direction
}

/** Content for frames and pictures. Throws a `Failure` `storage/damaged` for what cannot be read. */
export interface StoredContent {
  readonly document: (uid: ArticleUid, version: number, rendition: number) => ReaderDocument | undefined
  readonly blob: (sha256: Sha256) => BlobHead | undefined
  /** Bytes of a blob from `start`, at most `length`; fewer only at its end. */
  readonly part: (sha256: Sha256, start: number, length: number) => Uint8Array
  /** Of a version; null = the current one. Undefined when the article, the version or its original is not there. */
  readonly original: (uid: ArticleUid, version: number | null) => OriginalHead | undefined
}
