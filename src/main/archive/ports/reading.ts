import type { Article, ArticleRow } from '../../../shared/model/article.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { ArticleId, ArticleUid, AnnotationUid, RenditionId } from '../../../shared/model/identity.ts'
import type { SearchableText } from './analyse.ts'
import type { AnnotationSnapshot } from './entities.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** An article's searchable text and the rendition it comes from. */
export interface IndexInput {
  readonly rendition: RenditionId
  readonly input: SearchableText
}

/** Answers about articles as people see them. */
export interface Reading {
  /** An article whole, with the text of a version (default: the current one); undefined when there is none. */
  readonly article: (uid: ArticleUid, version?: number) => Article | undefined
  /** An annotation with tags and anchors. */
  readonly annotation: (uid: AnnotationUid) => Annotation | undefined
  /** Annotations of an article with their internal names, for re-anchoring. */
  readonly annotationsOf: (
    article: ArticleId,
  ) => readonly { readonly uid: AnnotationUid; readonly value: AnnotationSnapshot }[]
  /** Notes of an article by row number of the annotation, for the index. */
  readonly notesOf: (article: ArticleId) => readonly { readonly annotation: number; readonly note: string }[]
  /** Effective searchable text; undefined for a link only. */
  readonly indexInput: (article: ArticleId) => IndexInput | undefined
  /** Recomputes the article's row of the derived listing (effective facts, counts). */
  readonly refreshListing: (unit: UnitOfWork, article: ArticleId) => void
  /** The same for state, star and Trash alone, when nothing else changed. */
  readonly refreshMarks: (unit: UnitOfWork, article: ArticleId) => void
  /** Makes the index of links in notes again from the notes. */
  readonly rebuildLinks: (unit: UnitOfWork) => void
  /** Articles in row order, in pages, for rebuilds: ids after `after`, at most `limit`. */
  readonly articleIdsAfter: (after: ArticleId, limit: number) => readonly ArticleId[]
  readonly articleUid: (article: ArticleId) => ArticleUid
  /** Effective title, null when there is none. */
  readonly title: (article: ArticleId) => string | null
}

/** List rows of articles, in the order asked for; unknown ids are left out. */
export type ReadRows = (articles: readonly ArticleId[]) => readonly ArticleRow[]
