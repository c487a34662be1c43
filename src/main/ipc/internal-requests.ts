import type { Article } from '../../shared/model/article.ts'
import type { ArticleUid, Sha256 } from '../../shared/model/identity.ts'
import type { Nothing } from '../../shared/model/nothing.ts'
import type { Result } from '../../shared/result.ts'
import type { BlobHead, OriginalHead, ReaderDocument } from '../archive/ports/stored-content.ts'

interface Exchange<Input, Output> {
  readonly input: Input
  readonly output: Output
}

/**
 * What a host asks the core's threads for itself: bytes for frames and pictures, and the archive's opening and closing.
 * They travel as messages of a kind of their own, which the window's pipe cannot make.
 */
export interface InternalRequests {
  /** Whether the thread opened its archive, and what a person should know about the archive's place. */
  'thread.opened': Exchange<Nothing, { readonly file: string; readonly warnings: readonly string[] }>
  /** Closes the archive in order; nothing is served afterwards. */
  'thread.close': Exchange<Nothing, Nothing>
  'content.document': Exchange<
    { readonly uid: ArticleUid; readonly version: number; readonly rendition: number },
    ReaderDocument
  >
  /** An article with its annotations, to print it; version null = the current one. */
  'content.article': Exchange<{ readonly uid: ArticleUid; readonly version: number | null }, Article>
  /** An article as an export would write it. */
  'content.markdown': Exchange<{ readonly uid: ArticleUid }, { readonly fileName: string; readonly markdown: string }>
  'content.blob': Exchange<{ readonly sha256: Sha256 }, BlobHead>
  /** At most `PART_BYTES`. */
  'content.part': Exchange<
    { readonly sha256: Sha256; readonly start: number; readonly length: number },
    { readonly bytes: Uint8Array }
  >
  'content.original': Exchange<{ readonly uid: ArticleUid; readonly version: number | null }, OriginalHead>
}

/** Name of such a request. */
export type InternalName = keyof InternalRequests

/** Most bytes of a blob that one message carries. */
export const PART_BYTES = 1024 * 1024

/** Asks a thread. */
export type AskInternal = <Name extends InternalName>(
  name: Name,
  input: InternalRequests[Name]['input'],
) => Promise<Result<InternalRequests[Name]['output']>>

/** What a thread answers; synchronous ones too. */
export type InternalHandlers = {
  readonly [Name in InternalName]: (
    input: InternalRequests[Name]['input'],
  ) => Result<InternalRequests[Name]['output']> | Promise<Result<InternalRequests[Name]['output']>>
}
