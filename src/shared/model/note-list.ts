import type { Annotation, HighlightColor } from './annotation.ts'
import type { ArticleUid } from './identity.ts'
import type { ForeEdge } from './fore-edge.ts'
import type { Direction } from './rendition.ts'

/** Which notes and highlights to list; an empty condition does not narrow. */
export interface NoteListRequest {
  /** Words that must stand in the quote or the note, in any case and form as typed; empty = all. */
  readonly text: string
  readonly colors: readonly HighlightColor[]
  /** Name of a tag on the annotation. */
  readonly tag: string | null
  /** Path of a collection that holds the article, or below it. */
  readonly collection: readonly string[]
  readonly limit: number
  readonly offset: number
}

/** The article a note stands in, as its group's heading shows it. */
export interface NoteArticle {
  readonly uid: ArticleUid
  readonly title: string | null
  readonly label: string | null
  readonly byline: string | null
  readonly publication: string | null
  readonly published: string | null
  readonly language: string | null
  readonly direction: Direction
  readonly foreEdge: ForeEdge
  /** Notes and highlights of the article in all, and how many of them fit the conditions. */
  readonly notes: number
  readonly shown: number
}

/** One note in the list. */
export interface NoteRow {
  readonly annotation: Annotation
  readonly article: ArticleUid
  /** The heading it stands under; null before the first, and for notes on the article. */
  readonly heading: string | null
  /** Start in the current text (UTF-16 code units); null for orphans and notes on the article. */
  readonly start: number | null
}

/** One page, by article (the one with the newest note first; editing one moves nothing), then in the order of the text. Totals are exact. */
export interface NoteListAnswer {
  readonly total: number
  /** Of all notes outside the Trash, whatever the conditions. */
  readonly all: number
  /** By pen, under all conditions but the pens; `none` = notes on an article. */
  readonly byColor: Readonly<Record<HighlightColor | 'none', number>>
  readonly rows: readonly NoteRow[]
  /** The articles of the rows, in their order. */
  readonly articles: readonly NoteArticle[]
}
