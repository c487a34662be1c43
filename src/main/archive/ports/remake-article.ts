import type { JsonObject } from '../../../shared/json.ts'
import type { Result } from '../../../shared/result.ts'
import type { EncodingSample } from '../../../shared/model/encodings.ts'
import type { PreparedArticle } from '../prepared-article.ts'

/** A version's original as stored, with what else its reader needs to make the same article again. */
export interface StoredOriginal extends StoredPage {
  /** The pages behind it, in order, for a version that joins several. */
  readonly pages?: readonly StoredPage[]
}

/** An original by itself. */
export interface StoredPage {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly parameters: JsonObject
  /** What came with it in files of its own, by the URLs of the rendition there is. */
  readonly files: readonly { readonly url: string; readonly mediaType: string; readonly bytes: Uint8Array }[]
  /** Whether the parts of its page are wanted too. */
  readonly isOutlined?: boolean
}

/** Makes an article again from its original, by the present extractor (the import's own road, in the pool). */
export type RemakeArticle = (original: StoredOriginal) => Promise<Result<PreparedArticle>>

/** How an original reads in each encoding that can be chosen; none for one that is no text by itself. */
export type SampleEncodings = (original: StoredPage) => Promise<Result<readonly EncodingSample[]>>
