import type { Annotation, HighlightColor } from './annotation.ts'
import type { ArticleUid } from './identity.ts'
import type { ForeEdge } from './fore-edge.ts'
import type { BackLink } from './note-link.ts'
import type { Direction } from './rendition.ts'

/** What notes can stand under: their article, each of their tags, their pen, or the month they were made in. */
export const NOTE_GROUPINGS = ['article', 'tag', 'pen', 'month'] as const
/** One of them. */
export type NoteGrouping = (typeof NOTE_GROUPINGS)[number]

/** Which notes and highlights to list; an empty condition does not narrow. */
export interface NoteListRequest {
  /**
   * A query: its words must stand in the quote or the note, in any case and form as typed; its filters narrow the articles.
   * Empty = all.
   */
  readonly text: string
  /** Words may also stand in the title of the article. */
  readonly titles?: true
  readonly colors: readonly HighlightColor[]
  /** Name of a tag on the annotation. */
  readonly tag: string | null
  /** Path of a collection that holds the article, or below it. */
  readonly collection: readonly string[]
  readonly group: NoteGrouping
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

/**
 * A heading of the list. Its key is the article's uid, the tag's name, the pen's colour (`none` = a note on an article),
 * or the month as `2026-11` by the clock of this machine; empty for notes without a tag.
 */
export interface NoteGroup {
  readonly key: string
  /** Notes under it that fit the conditions. */
  readonly shown: number
}

/** One note in the list; grouped by tag it has a row under each of its tags. */
export interface NoteRow {
  readonly annotation: Annotation
  readonly article: ArticleUid
  /** Key of the heading it stands under. */
  readonly group: string
  /** The heading it stands under; null before the first, and for notes on the article. */
  readonly heading: string | null
  /** Start in the current text (UTF-16 code units); null for orphans and notes on the article. */
  readonly start: number | null
  /** Notes that link to this very one. */
  readonly backLinks: readonly BackLink[]
}

/**
 * One page. Articles come by their newest note (editing one moves nothing) with notes in the order of the text; tags by
 * name, pens in their order, months from the newest, with notes from the newest. Totals are exact.
 */
export interface NoteListAnswer {
  /** Notes that fit. */
  readonly total: number
  /** Rows of the whole list: more than `total` where notes stand under several tags. */
  readonly lines: number
  /** Of all notes outside the Trash, whatever the conditions. */
  readonly all: number
  /** By pen, under all conditions but the pens; `none` = notes on an article. */
  readonly byColor: Readonly<Record<HighlightColor | 'none', number>>
  readonly rows: readonly NoteRow[]
  /** The headings of the rows, in their order. */
  readonly groups: readonly NoteGroup[]
  /** The articles of the rows, in their order. */
  readonly articles: readonly NoteArticle[]
}
