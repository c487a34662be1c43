import type { Annotation, HighlightColor, NewHighlight, PenName, SelectedPlace } from '../model/annotation.ts'
import type { ElementChosen } from '../model/chosen-element.ts'
import type { EncodingChoices, EncodingName } from '../model/encodings.ts'
import type { TextComparison } from '../model/comparison.ts'
import type { UnfinishedImport } from '../model/import.ts'
import type { ArticleDetails } from '../model/article-details.ts'
import type { Article, ReadingState } from '../model/article.ts'
import type { ExportPreview, ExportPreviewRequest } from '../model/export-preview.ts'
import type { GestureSummary, UndoReport } from '../model/gesture.ts'
import type { Heading } from '../model/heading.ts'
import type { AnnotationUid, ArticleUid, GestureUid, Uid } from '../model/identity.ts'
import type { ListPeriod } from '../model/list-period.ts'
import type { NearDuplicateDecision, ProposedPairs } from '../model/near-duplicate.ts'
import type { ArticleLinks, LinkedPlace } from '../model/note-link.ts'
import type { NoteListAnswer, NoteListRequest } from '../model/note-list.ts'
import type { Nothing } from '../model/nothing.ts'
import type { Job, JobKind, Jobs, JobUid } from '../model/job.ts'
import type { OrganisedArticles, OrganisedGroup } from '../model/organisation.ts'
import type { ArchiveOverview } from '../model/overview.ts'
import type { OverrideField } from '../model/override.ts'
import type { PageOutline } from '../model/page-element.ts'
import type { ArchiveStats } from '../model/safekeeping.ts'
import type { DeletionReport, TrashAnswer } from '../model/trash.ts'
import type { SavedSearch } from '../model/saved-search.ts'
import type {
  ArticleHits,
  ListAnswer,
  ListRequest,
  SearchAnswer,
  SearchRequest,
  TypingRequest,
} from '../model/search.ts'
import type { FacetsAnswer, FacetsRequest } from '../model/search-facets.ts'
import type { Suggestion } from '../model/search-suggestion.ts'
import type { SimilarAnswer, SimilarRequest } from '../model/similar.ts'
import type { DeepLink } from '../text/deep-link.ts'

/** A request's shape: plain JSON values both ways. */
interface Exchange<Input, Output> {
  readonly input: Input
  readonly output: Output
}

type Articles = { readonly articles: readonly ArticleUid[] }

/**
 * THE list of requests, `noun.verb`. Guards and handlers are mapped types over it: a missing, extra or mismatched one
 * does not compile. Every answer is a `Result`; times are milliseconds, sizes bytes, offsets UTF-16 code units.
 */
export interface Requests {
  /** What the sidebar shows: counts, collections, tags; quick enough to ask after every change. */
  'archive.overview': Exchange<Nothing, ArchiveOverview>
  /** Counts and sizes; may take a second on a large archive. */
  'archive.stats': Exchange<Nothing, ArchiveStats>
  /** An article whole; `version` null = the current one. */
  'article.get': Exchange<{ readonly uid: ArticleUid; readonly version: number | null }, Article>
  /** One page of a list, at most 500 rows; the total is exact. */
  'article.list': Exchange<ListRequest, ListAnswer>
  /** Where the headings of a list stand; empty for an order without periods (title). */
  'article.periods': Exchange<Pick<ListRequest, 'query' | 'sort' | 'direction'>, readonly ListPeriod[]>
  /** Index of an article in a list as `article.list` orders it; null when it is not in it. */
  'article.find': Exchange<
    Pick<ListRequest, 'query' | 'sort' | 'direction'> & { readonly uid: ArticleUid },
    number | null
  >
  /** Provenance, hashes and corrections. */
  'article.details': Exchange<{ readonly uid: ArticleUid }, ArticleDetails>
  /** Headings of at most 50 articles' current text, in the order asked for; unknown ones have none. */
  'article.headings': Exchange<Articles, readonly (readonly Heading[])[]>
  /** Links in an article's notes, and the notes elsewhere that link to it; none for an unknown article. */
  'article.links': Exchange<{ readonly uid: ArticleUid }, ArticleLinks>
  /** Two versions of an article (their current texts) compared by words; moved paragraphs told as moved. */
  'article.compare': Exchange<{ readonly uid: ArticleUid; readonly from: number; readonly to: number }, TextComparison>
  /** Makes a version the one that is shown, listed and searched. One gesture; null when it was so already. */
  'article.choose-version': Exchange<
    { readonly uid: ArticleUid; readonly version: number },
    { readonly gesture: GestureUid | null }
  >
  /**
   * Reads a version anew with the part of its page that a CSS selector names as the article (null = look for it again);
   * `version` null = the current one. One gesture; rebuilds keep to it.
   */
  'article.choose-element': Exchange<
    { readonly uid: ArticleUid; readonly version: number | null; readonly selector: string | null },
    ElementChosen
  >
  /** The parts of a version's page that may be chosen as its text; `version` null = the current one. Takes a moment. */
  'article.outline': Exchange<{ readonly uid: ArticleUid; readonly version: number | null }, PageOutline>
  /** How a version's original reads in each encoding; `version` null = the current one. No samples = it is no text by itself. */
  'article.encodings': Exchange<{ readonly uid: ArticleUid; readonly version: number | null }, EncodingChoices>
  /** Reads a version anew in an encoding (null = look for it again). One gesture; rebuilds keep to it. */
  'article.choose-encoding': Exchange<
    { readonly uid: ArticleUid; readonly version: number | null; readonly encoding: EncodingName | null },
    ElementChosen
  >
  /** Remembers where a reader stopped; moves the furthest read on, never back. No gesture: undo does not touch it. */
  'article.position': Exchange<
    { readonly uid: ArticleUid; readonly version: number; readonly rendition: number; readonly offset: number },
    Nothing
  >
  /** One page of hits, at most 500; a newer search waiting makes this one answer `ipc/superseded`. */
  'article.search': Exchange<SearchRequest, SearchAnswer>
  /** Every hit of a query in one article, for reading it with its hits marked; none when the query has no words. */
  'article.hits': Exchange<{ readonly uid: ArticleUid; readonly query: string }, ArticleHits>
  /** Sets reading state or star, one gesture; null = leave as it is. */
  'article.mark': Exchange<
    Articles & { readonly state: ReadingState | null; readonly starred: boolean | null },
    OrganisedArticles
  >
  /** Moves to the Trash (true) or back (false), one gesture. */
  'article.trash': Exchange<Articles & { readonly trashed: boolean }, OrganisedArticles>
  /** Deletes articles in the Trash for ever; refused as a whole when one lies outside. Nothing takes it back. */
  'article.delete': Exchange<Articles, DeletionReport>
  /** One page of the Trash, at most 500 rows, the newest first. */
  'trash.list': Exchange<{ readonly limit: number; readonly offset: number }, TrashAnswer>
  /** Gives (true) or takes a tag, made when missing; one gesture. */
  'article.tag': Exchange<Articles & { readonly tag: string; readonly present: boolean }, OrganisedArticles>
  /** Puts into (true) or takes out of a collection by its path, made when missing; one gesture. */
  'article.collect': Exchange<
    Articles & { readonly path: readonly string[]; readonly present: boolean },
    OrganisedArticles
  >
  /** Corrects a fact by hand; `keep` false takes the correction back. */
  'article.correct': Exchange<
    {
      readonly uid: ArticleUid
      readonly field: OverrideField
      readonly value: string | null
      readonly keep: boolean
    },
    Nothing
  >
  /** Highlights a passage by its quote; ambiguous ones are refused with their places. */
  'annotation.highlight': Exchange<NewHighlight, Annotation>
  /** A note on the whole article. */
  'annotation.note': Exchange<{ readonly article: ArticleUid; readonly note: string }, Annotation>
  /** One page of notes and highlights, at most 500. */
  'annotation.list': Exchange<NoteListRequest, NoteListAnswer>
  /** Changes pen and note; null pen = leave, a note that is left out stays, null = none. */
  'annotation.edit': Exchange<
    { readonly uid: AnnotationUid; readonly color: HighlightColor | null; readonly note?: string | null },
    Annotation
  >
  /** Gives (true) or takes a tag. */
  'annotation.tag': Exchange<
    { readonly uid: AnnotationUid; readonly tag: string; readonly present: boolean },
    Annotation
  >
  /** Gives many a pen (null = leave; notes on an article take none) and gives or takes a tag (null = leave), one gesture. */
  'annotation.mark': Exchange<
    {
      readonly uids: readonly AnnotationUid[]
      readonly color: HighlightColor | null
      readonly tag: { readonly name: string; readonly present: boolean } | null
    },
    { readonly annotations: number; readonly gesture: GestureUid | null }
  >
  /** Gives a highlight a place by hand in one text of its article, as for an orphan; its words stay. One gesture. */
  'annotation.place': Exchange<{ readonly uid: AnnotationUid; readonly place: SelectedPlace }, Annotation>
  /**
   * Says that a highlight's place in one text is wrong: there it has none from now on, and no rebuild gives it that
   * place again. One gesture.
   */
  'annotation.reject': Exchange<
    { readonly uid: AnnotationUid; readonly version: number; readonly rendition: number },
    Annotation
  >
  /** Deletes, one gesture; undo brings them back with tags and places. */
  'annotation.delete': Exchange<
    { readonly uids: readonly AnnotationUid[] },
    { readonly annotations: number; readonly gesture: GestureUid | null }
  >
  /** What stands at the ends of links, at most 500, in the order asked for. */
  'link.places': Exchange<{ readonly links: readonly DeepLink[] }, readonly LinkedPlace[]>
  /** What each pen is called in this archive, in their fixed order. */
  'pen.list': Exchange<Nothing, readonly PenName[]>
  /** Names a pen; null = by its colour again. One gesture; null when it was so already. */
  'pen.rename': Exchange<PenName, { readonly gesture: GestureUid | null }>
  /** Makes a collection under a parent (null = at the top), last among its siblings. */
  'collection.create': Exchange<{ readonly parent: Uid | null; readonly name: string }, OrganisedGroup>
  'collection.rename': Exchange<{ readonly uid: Uid; readonly name: string }, OrganisedGroup>
  /** Moves under a parent (null = the top), before a sibling (null = last); refused into itself or below. */
  'collection.move': Exchange<
    { readonly uid: Uid; readonly parent: Uid | null; readonly before: Uid | null },
    OrganisedGroup
  >
  /** Deletes a collection and those below it; its articles stay. One gesture. */
  'collection.delete': Exchange<{ readonly uid: Uid }, OrganisedGroup>
  /** Renames a tag; refused when another has that name (`tag.merge` joins them). */
  'tag.rename': Exchange<{ readonly uid: Uid; readonly name: string }, OrganisedGroup>
  /** Gives everything that bears one tag the other, and deletes the one. One gesture. */
  'tag.merge': Exchange<{ readonly uid: Uid; readonly into: Uid }, OrganisedGroup>
  /** Takes a tag off everything and deletes it. One gesture. */
  'tag.delete': Exchange<{ readonly uid: Uid }, OrganisedGroup>
  /** Counts of what a search finds, by publication, author, year and so on; asked beside `article.search`. */
  'search.facets': Exchange<FacetsRequest, FacetsAnswer>
  /** The nearest spelling of a query, for one that finds nothing. */
  'search.suggest': Exchange<{ readonly query: string }, Suggestion>
  /**
   * The first hits, at most 100, while the last word is not finished: it also stands for words that begin so, but not
   * for all of them, so that every key is answered at once. `total` counts these hits; `article.search` has the search whole.
   */
  'search.typing': Exchange<TypingRequest, SearchAnswer>
  /** Articles that share the strongest words of one, at most 100. */
  'search.similar': Exchange<SimilarRequest, SimilarAnswer>
  /** Saved searches in their order, each with what it finds now; asked after changes, costs a search each. */
  'saved-search.list': Exchange<Nothing, readonly SavedSearch[]>
  /** Keeps a query under a name, last among them; names may repeat. */
  'saved-search.create': Exchange<{ readonly name: string; readonly query: string }, OrganisedGroup>
  /** Gives another name or query; null = leave as it is. */
  'saved-search.edit': Exchange<
    { readonly uid: Uid; readonly name: string | null; readonly query: string | null },
    OrganisedGroup
  >
  /** Moves before another (null = last). */
  'saved-search.move': Exchange<{ readonly uid: Uid; readonly before: Uid | null }, OrganisedGroup>
  /** Deletes; the articles it finds are not touched. */
  'saved-search.delete': Exchange<{ readonly uid: Uid }, OrganisedGroup>
  /** Articles that say nearly the same, in pairs that wait for a decision: the first so many of all. */
  'near-duplicate.list': Exchange<{ readonly limit: number }, ProposedPairs>
  /** Says that the two of a pair are one text (each then names the other) or are not. One gesture; null when it was so already. */
  'near-duplicate.decide': Exchange<
    { readonly article: ArticleUid; readonly other: ArticleUid; readonly decision: NearDuplicateDecision },
    { readonly gesture: GestureUid | null }
  >
  /** What an export would write for the first article of a selection. */
  'export.preview': Exchange<ExportPreviewRequest, ExportPreview>
  /** The newest import that never ended and may be continued by `import.resume`; null when every one ended. */
  'import.unfinished': Exchange<Nothing, UnfinishedImport | null>
  /** Ends an unfinished import as it stands: it is not offered again, what is in stays. */
  'import.leave': Exchange<{ readonly run: Uid }, Nothing>
  /** Takes a gesture back: the one named, refused when something newer stands on it; null = the newest. */
  'gesture.undo': Exchange<{ readonly gesture: GestureUid | null }, UndoReport>
  /** What can be undone, newest first. */
  'gesture.list': Exchange<{ readonly limit: number }, readonly GestureSummary[]>
  /** Starts long work and answers at once; progress and end come as events. */
  'job.start': Exchange<JobToStart, { readonly uid: JobUid }>
  /** Asks a job to stop; what is done by then stays. */
  'job.cancel': Exchange<{ readonly uid: JobUid }, Nothing>
  /** Lets an import wait (true) before its next items, or go on; it ends with the program, and can be continued then. */
  'job.pause': Exchange<{ readonly uid: JobUid; readonly paused: boolean }, Nothing>
  /** Jobs of this run of the core, newest first. */
  'job.list': Exchange<Nothing, readonly Job[]>
}

/** Long work to start. */
export type JobToStart = {
  readonly [Kind in JobKind]: { readonly kind: Kind; readonly input: Jobs[Kind]['input'] }
}[JobKind]

/** THE list of events. */
export interface Events {
  /** A job's state changed; at most ten a second for each job. */
  'job.changed': Job
  /** Something in the archive changed, by this process or another: lists and open views read again. */
  'archive.changed': Nothing
}

/** Name of a request. */
export type RequestName = keyof Requests
/** Name of an event. */
export type EventName = keyof Events
