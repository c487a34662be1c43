import * as v from 'valibot'
import type { RequestName, Requests } from '../../shared/ipc/contract.ts'
import { HIGHLIGHT_COLORS } from '../../shared/model/annotation.ts'
import { READING_STATES } from '../../shared/model/article.ts'
import { ENCODINGS } from '../../shared/model/encodings.ts'
import type { AnnotationUid, ArticleUid, GestureUid, Uid } from '../../shared/model/identity.ts'
import type { JobUid } from '../../shared/model/job.ts'
import { NOTE_GROUPINGS } from '../../shared/model/note-list.ts'
import { NEAR_DUPLICATE_DECISIONS } from '../../shared/model/near-duplicate.ts'
import { OVERRIDE_FIELDS } from '../../shared/model/override.ts'

/** A check for every request of the contract; one too many, too few or of the wrong shape does not compile. */
export type Guards = {
  readonly [Name in RequestName]: v.GenericSchema<unknown, Requests[Name]['input']>
}

/** Long enough for a pasted book chapter as a note, short enough that nobody sends a gigabyte by accident. */
const MOST_CHARACTERS = 5_000_000
const MOST_ARTICLES = 1_000_000
/** More than a person types; a book pasted as a query would hold the thread that searches for minutes. */
const MOST_QUERY_CHARACTERS = 30_000
/** Every list shows names, and every row of the sidebar has one. */
const MOST_NAME_CHARACTERS = 1_000
/** Far more than a fact may have; how long is too long is said in words where it is written. */
const MOST_GIVEN_FACT_CHARACTERS = 1_000_000
/** The longest template, as of a file: the built-in ones have two thousand. */
const MOST_TEMPLATE_CHARACTERS = 1_000_000

/** Not checked for the shape of a UUID: what names nothing is answered as not found, in words for people. */
const uid = v.pipe(v.string(), v.maxLength(100))
const articleUid = v.pipe(
  uid,
  v.transform((value) => value as ArticleUid),
)
const annotationUid = v.pipe(
  uid,
  v.transform((value) => value as AnnotationUid),
)
const jobUid = v.pipe(
  uid,
  v.transform((value) => value as JobUid),
)
const text = v.pipe(v.string(), v.maxLength(MOST_CHARACTERS))
const query = v.pipe(v.string(), v.maxLength(MOST_QUERY_CHARACTERS))
const name = v.pipe(v.string(), v.maxLength(MOST_NAME_CHARACTERS))
/** Collections inside one another; the window walks down them. */
const collection = v.pipe(v.array(name), v.maxLength(64))
/** Where systems end a name; no file is called so, and what asks them for one throws. */
const path = v.pipe(
  text,
  v.check((value) => !value.includes('\0'), 'no path has a NUL'),
)
const articles = v.pipe(v.array(articleUid), v.maxLength(MOST_ARTICLES))
const nothing = v.strictObject({})
const limit = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500))
/** Beyond 2^53 it is no number of rows any more, and SQLite takes it for a fraction. */
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const version = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1)))
const color = v.picklist(HIGHLIGHT_COLORS)
const report = v.picklist(['all', 'decisions', 'failed'])
const position = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
/** The first page of something short. */
const fewRows = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))
const match = v.picklist(['all', 'any'])
const order = { sort: v.picklist(['added', 'published', 'title']), direction: v.picklist(['down', 'up']) }
const named = v.pipe(
  uid,
  v.transform((value) => value as Uid),
)
const gestureUid = v.pipe(
  uid,
  v.transform((value) => value as GestureUid),
)
const deepLink = v.strictObject({ article: articleUid, annotation: v.nullable(annotationUid) })
const place = v.strictObject({ version: position, rendition: position, start: offset, end: offset })
const marks = { state: v.nullable(v.picklist(READING_STATES)), starred: v.nullable(v.boolean()) }
const selection = v.variant('kind', [
  v.strictObject({ kind: v.literal('articles'), articles }),
  v.strictObject({ kind: v.literal('query'), query, except: articles }),
])
const action = v.variant('kind', [
  v.strictObject({ kind: v.literal('mark'), ...marks }),
  v.strictObject({ kind: v.literal('trash'), trashed: v.boolean() }),
  v.strictObject({ kind: v.literal('tag'), tag: name, present: v.boolean() }),
  v.strictObject({ kind: v.literal('collect'), path: collection, present: v.boolean() }),
])

const job = v.variant('kind', [
  v.strictObject({ kind: v.literal('archive.backup'), input: v.strictObject({ to: path }) }),
  v.strictObject({ kind: v.literal('archive.verify'), input: nothing }),
  v.strictObject({ kind: v.literal('archive.rebuild-index'), input: nothing }),
  v.strictObject({ kind: v.literal('archive.rebuild-derived'), input: nothing }),
  v.strictObject({
    kind: v.literal('import.run'),
    input: v.strictObject({
      paths: v.array(path),
      base: v.nullable(path),
      collection,
      tags: v.array(name),
      format: v.nullable(text),
      dryRun: v.boolean(),
      report,
      password: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(1000))),
    }),
  }),
  v.strictObject({ kind: v.literal('import.resume'), input: v.strictObject({ report }) }),
  v.strictObject({
    kind: v.literal('export.run'),
    input: v.strictObject({ selection, format: v.literal('markdown'), to: path, template: v.nullable(path) }),
  }),
  v.strictObject({ kind: v.literal('trash.empty'), input: nothing }),
  v.strictObject({ kind: v.literal('import.sample'), input: nothing }),
  v.strictObject({ kind: v.literal('article.organise'), input: v.strictObject({ selection, action }) }),
])

/** The one check at the border: nothing reaches a handler that is not exactly of its shape. */
export const GUARDS: Guards = {
  'archive.overview': nothing,
  'archive.stats': nothing,
  'article.get': v.strictObject({ uid: articleUid, version }),
  'article.list': v.strictObject({ query, ...order, limit, offset }),
  'article.periods': v.strictObject({ query, ...order }),
  'article.find': v.strictObject({ query, ...order, uid: articleUid }),
  'article.details': v.strictObject({ uid: articleUid }),
  'article.headings': v.strictObject({ articles: v.pipe(articles, v.maxLength(50)) }),
  'article.position': v.strictObject({ uid: articleUid, version: position, rendition: position, offset }),
  'article.search': v.strictObject({
    query,
    match,
    limit,
    offset,
    sort: v.exactOptional(v.picklist(['relevance', 'added', 'published', 'title'])),
  }),
  'article.links': v.strictObject({ uid: articleUid }),
  'link.places': v.strictObject({ links: v.pipe(v.array(deepLink), v.maxLength(500)) }),
  'article.compare': v.strictObject({ uid: articleUid, from: position, to: position }),
  'article.outline': v.strictObject({ uid: articleUid, version: v.nullable(position) }),
  'article.encodings': v.strictObject({ uid: articleUid, version: v.nullable(position) }),
  'article.choose-encoding': v.strictObject({
    uid: articleUid,
    version: v.nullable(position),
    encoding: v.nullable(v.picklist(ENCODINGS)),
  }),
  'article.choose-element': v.strictObject({
    uid: articleUid,
    version: v.nullable(position),
    selector: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(2000))),
  }),
  'article.choose-version': v.strictObject({ uid: articleUid, version: position }),
  'article.hits': v.strictObject({ uid: articleUid, query }),
  'article.mark': v.strictObject({ articles, ...marks }),
  'article.trash': v.strictObject({ articles, trashed: v.boolean() }),
  'article.delete': v.strictObject({ articles }),
  'trash.list': v.strictObject({ limit, offset }),
  'article.tag': v.strictObject({ articles, tag: name, present: v.boolean() }),
  'article.collect': v.strictObject({ articles, path: collection, present: v.boolean() }),
  'article.correct': v.strictObject({
    uid: articleUid,
    field: v.picklist(OVERRIDE_FIELDS),
    value: v.nullable(v.pipe(v.string(), v.maxLength(MOST_GIVEN_FACT_CHARACTERS))),
    keep: v.boolean(),
  }),
  'annotation.highlight': v.strictObject({
    article: articleUid,
    quote: text,
    prefix: text,
    suffix: text,
    color,
    note: v.nullable(text),
    tags: v.array(name),
    place: v.nullable(place),
  }),
  'annotation.note': v.strictObject({ article: articleUid, note: text }),
  'annotation.list': v.strictObject({
    text: query,
    titles: v.exactOptional(v.literal(true)),
    colors: v.array(color),
    tag: v.nullable(name),
    collection,
    group: v.picklist(NOTE_GROUPINGS),
    limit,
    offset,
  }),
  'annotation.edit': v.strictObject({
    uid: annotationUid,
    color: v.nullable(color),
    note: v.exactOptional(v.nullable(text)),
  }),
  'annotation.tag': v.strictObject({ uid: annotationUid, tag: name, present: v.boolean() }),
  'annotation.mark': v.strictObject({
    uids: v.array(annotationUid),
    color: v.nullable(color),
    tag: v.nullable(v.strictObject({ name, present: v.boolean() })),
  }),
  'annotation.place': v.strictObject({ uid: annotationUid, place }),
  'annotation.reject': v.strictObject({ uid: annotationUid, version: position, rendition: position }),
  'annotation.delete': v.strictObject({ uids: v.array(annotationUid) }),
  'pen.list': nothing,
  'pen.rename': v.strictObject({ color, name: v.nullable(name) }),
  'import.unfinished': nothing,
  'import.leave': v.strictObject({ run: named }),
  'collection.create': v.strictObject({ parent: v.nullable(named), name }),
  'collection.rename': v.strictObject({ uid: named, name }),
  'collection.move': v.strictObject({ uid: named, parent: v.nullable(named), before: v.nullable(named) }),
  'collection.delete': v.strictObject({ uid: named }),
  'tag.rename': v.strictObject({ uid: named, name }),
  'tag.merge': v.strictObject({ uid: named, into: named }),
  'tag.delete': v.strictObject({ uid: named }),
  'search.facets': v.strictObject({ query, match }),
  'search.suggest': v.strictObject({ query }),
  'search.typing': v.strictObject({ query, limit: fewRows }),
  'search.similar': v.strictObject({ uid: articleUid, limit: fewRows }),
  'saved-search.list': nothing,
  'saved-search.create': v.strictObject({ name, query }),
  'saved-search.edit': v.strictObject({ uid: named, name: v.nullable(name), query: v.nullable(query) }),
  'saved-search.move': v.strictObject({ uid: named, before: v.nullable(named) }),
  'saved-search.delete': v.strictObject({ uid: named }),
  'near-duplicate.list': v.strictObject({ limit: fewRows }),
  'near-duplicate.decide': v.strictObject({
    article: articleUid,
    other: articleUid,
    decision: v.picklist(NEAR_DUPLICATE_DECISIONS),
  }),
  'export.preview': v.strictObject({
    selection,
    template: v.nullable(path),
    templateText: v.nullable(v.pipe(v.string(), v.maxLength(MOST_TEMPLATE_CHARACTERS))),
  }),
  'gesture.undo': v.strictObject({ gesture: v.nullable(gestureUid) }),
  'gesture.list': v.strictObject({ limit }),
  'job.start': job,
  'job.cancel': v.strictObject({ uid: jobUid }),
  'job.pause': v.strictObject({ uid: jobUid, paused: v.boolean() }),
  'job.list': nothing,
}
