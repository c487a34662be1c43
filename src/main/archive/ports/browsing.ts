import type { ArticleDetails } from '../../../shared/model/article-details.ts'
import type { Heading } from '../../../shared/model/heading.ts'
import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { ArticleLinks, LinkedPlace } from '../../../shared/model/note-link.ts'
import type { NoteListAnswer, NoteListRequest } from '../../../shared/model/note-list.ts'
import type { ProposedPairs } from '../../../shared/model/near-duplicate.ts'
import type { ArchiveOverview } from '../../../shared/model/overview.ts'
import type { DeepLink } from '../../../shared/text/deep-link.ts'

/** Words that must stand in a note or its passage, and the articles whose notes are meant; null = of all. */
export interface FoundWords {
  readonly words: readonly string[]
  readonly articles: ReadonlySet<ArticleUid> | null
}

/** What the window shows besides lists and articles; needs no writing connection. */
export interface Browsing {
  /** Quick at any size: asked for after every change. */
  readonly overview: () => ArchiveOverview
  /** Undefined when there is no such article. */
  readonly details: (uid: ArticleUid) => ArticleDetails | undefined
  /** Headings of the current texts, in the order asked for; an unknown article has none. */
  readonly headings: (articles: readonly ArticleUid[]) => readonly (readonly Heading[])[]
  /** `found` is what the request's text says, as understood. */
  readonly notes: (request: NoteListRequest, found: FoundWords) => NoteListAnswer
  /** Pairs that say nearly the same and wait for a decision: the first so many. */
  readonly proposedPairs: (limit: number) => ProposedPairs
  /** Links of an article's notes and notes that link to it; none for an unknown article. */
  readonly links: (uid: ArticleUid) => ArticleLinks
  /** What stands at the ends of links, in the order asked for. */
  readonly linkedPlaces: (links: readonly DeepLink[]) => readonly LinkedPlace[]
}
