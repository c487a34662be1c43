import type { HighlightColor } from '../../shared/model/annotation.ts'
import type { AnnotationUid, Instant } from '../../shared/model/identity.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import type { PageElement } from '../../shared/model/page-element.ts'
import type { PagePlace } from '../../shared/model/page-place.ts'
import type { JsonObject } from '../../shared/json.ts'
import type { ReadingState } from '../../shared/model/article.ts'
import type { AnalysedArticle } from './ports/analyse.ts'
import type { ArticleSource, PreparedRendition } from './ports/article-records.ts'
import type { PreparedBlob } from './ports/blobs.ts'

/** A highlight or note that came with an item; `quote` null = a note on the article. */
export interface DraftHighlight {
  readonly quote: string | null
  readonly prefix: string
  readonly suffix: string
  readonly color: HighlightColor | null
  readonly note: string | null
  readonly tags: readonly string[]
  readonly created: Instant | null
  /** Its uid, when it comes from this program. */
  readonly uid?: AnnotationUid
}

/** What a source says about an item besides its text. */
export interface DraftMarks {
  readonly added: Instant | null
  readonly state: ReadingState
  readonly starred: boolean
  readonly tags: readonly string[]
  /** Paths from the root, such as `['Work', 'War']`. */
  readonly collections: readonly (readonly string[])[]
  readonly highlights: readonly DraftHighlight[]
}

/** What names an article where no address does. */
export interface TitleAndAuthor {
  readonly title: string
  /** null = not stated; any will do. */
  readonly author: string | null
}

/** The service of articles that this program exported; their ids are their uids. */
export const OWN_SERVICE = 'offprint'

/**
 * An item that went the whole road of an import and only waits to be stored: everything that costs time (parsing,
 * compressing, analysing) is done. Plain data: it crosses the pool's thread border.
 */
export interface PreparedArticle {
  readonly source: ArticleSource
  /** The article it belongs to by title, for an item that is only about one; null for all others. */
  readonly joins: TitleAndAuthor | null
  readonly marks: DraftMarks
  /** Bytes as they came in; null when the source held none (a link). */
  readonly original: PreparedBlob | null
  readonly parameters: JsonObject
  /** null = a link only: the source held no text. */
  readonly rendition: PreparedRendition | null
  readonly analysed: AnalysedArticle | null
  /** Pictures and other files that the rendition shows, by the URL the page used. */
  readonly resources: readonly { readonly url: string; readonly blob: PreparedBlob }[]
  /** When the page was saved by the source's own word; null = the import is the capture. */
  readonly captured: Instant | null
  /** Title for the report and for links without text. */
  readonly title: string | null
  readonly notes: readonly ItemNote[]
  /** It is an export of an article that nobody edited since, so its text is nothing new where that article is. */
  readonly isUnedited?: boolean
  /** Parts of its page, when they were asked for; empty for what is no page. */
  readonly outline?: readonly PageElement[]
  /** Its place among the pages of its article; absent where it is not one of several. */
  readonly page?: PagePlace
}
