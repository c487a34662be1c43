import type { AnnotationUid, ArticleId, ArticleUid, RenditionId } from '../../shared/model/identity.ts'
import type { ImportOutcome } from '../../shared/model/import.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import { describeQuote } from '../../shared/text/describe-quote.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { ensureCollection } from './ensure-collection.ts'
import { ensureTag } from './ensure-tag.ts'
import type { Gesture } from './gesture.ts'
import { indexArticle } from './index-article.ts'
import { setMembers } from './organise-articles.ts'
import { placeQuote } from './place-quote.ts'
import type { ArticleRef } from './ports/article-records.ts'
import type { DraftHighlight, PreparedArticle } from './prepared-article.ts'
import { reanchorAnnotations } from './reanchor-annotations.ts'
import { resolveIdentity } from './resolve-identity.ts'

/** What became of one item in the archive. */
export interface StoredItem {
  readonly outcome: Exclude<ImportOutcome, 'failed'>
  readonly article: ArticleRef
  readonly notes: readonly ItemNote[]
}

/**
 * Stores one prepared item whole inside the gesture of its import run: as a new article, as a new version of one that
 * is there, or not at all when nothing in it is new. Tags, collections and highlights it brings are added in every case.
 */
export function storeArticle(ports: ArchivePorts, gesture: Gesture, item: PreparedArticle): StoredItem {
  const known = resolveIdentity(ports, item)
  if (known !== undefined) return storeAgain(ports, gesture, item, known)
  const article = createArticle(ports, gesture, item)
  const notes = addMarks(ports, gesture, item, article)
  return { outcome: item.rendition === null ? 'linkOnly' : 'added', article, notes }
}

function createArticle(ports: ArchivePorts, gesture: Gesture, item: PreparedArticle): ArticleRef {
  const { unit, at } = gesture
  const article = ports.records.createArticle(unit, {
    uid: ports.newUid() as ArticleUid,
    added: item.marks.added ?? at,
    state: item.marks.state,
    starred: item.marks.starred,
  })
  ports.records.addSource(unit, article.id, item.source)
  const rendition = addVersion(ports, gesture, item, article.id)
  ports.reading.refreshListing(unit, article.id)
  if (rendition !== null && item.analysed !== null) ports.index.put(unit, article.id, rendition, item.analysed)
  return article
}

/** Adds a version with its original and rendition and makes both current; answers the rendition, null for a link. */
function addVersion(
  ports: ArchivePorts,
  { unit, at }: Gesture,
  item: PreparedArticle,
  article: ArticleId,
): RenditionId | null {
  if (item.original !== null) ports.blobs.put(unit, item.original)
  for (const { blob } of item.resources) ports.blobs.put(unit, blob)
  const version = ports.records.createVersion(unit, article, {
    captured: item.captured ?? at,
    original: item.original?.sha256 ?? null,
    mediaType: item.original?.mediaType ?? null,
    parameters: item.parameters,
    notes: item.notes,
  })
  ports.records.setCurrentVersion(unit, article, version)
  if (item.rendition === null) return null
  const rendition = ports.records.createRendition(unit, version, item.rendition)
  ports.records.setCurrentRendition(unit, version, rendition)
  for (const { url, blob } of item.resources) ports.records.addResource(unit, rendition, { url, blob: blob.sha256 })
  const { fingerprint } = item.rendition
  if (fingerprint !== null) ports.nearDuplicates.put(unit, { article, rendition, fingerprint })
  return rendition
}

function storeAgain(ports: ArchivePorts, gesture: Gesture, item: PreparedArticle, article: ArticleRef): StoredItem {
  const wasTrashed = restoreFromTrash(ports, gesture, article.uid)
  ports.records.addSource(gesture.unit, article.id, item.source)
  const isNew = hasNewText(ports, item, article.id)
  if (isNew) {
    const rendition = addVersion(ports, gesture, item, article.id)
    if (rendition !== null) reanchorAnnotations(ports, gesture.unit, article, rendition)
    indexArticle(ports, gesture.unit, article.id)
  }
  const notes = addMarks(ports, gesture, item, article)
  ports.reading.refreshListing(gesture.unit, article.id)
  const restored: readonly ItemNote[] = wasTrashed ? [{ kind: 'restored-from-trash', details: {} }] : []
  return { outcome: isNew ? 'newVersion' : 'already', article, notes: [...restored, ...notes] }
}

/** A text that is among the article's versions already is nothing new; neither is a link to an article that is there. */
function hasNewText(ports: ArchivePorts, item: PreparedArticle, article: ArticleId): boolean {
  const text = item.rendition?.textSha256
  if (text === undefined) return false
  return ports.records.textHashes(article).every((version) => version.text !== text)
}

/** Importing an article again is a wish to have it: it comes back out of the Trash, undoably. */
function restoreFromTrash(ports: ArchivePorts, gesture: Gesture, subject: ArticleUid): boolean {
  const marks = ports.entities.read('article', subject)
  if (marks === null || marks.trashed === null) return false
  gesture.edit({ kind: 'article', subject, value: { ...marks, trashed: null } })
  return true
}

function addMarks(
  ports: ArchivePorts,
  gesture: Gesture,
  item: PreparedArticle,
  article: ArticleRef,
): readonly ItemNote[] {
  const { unit, at } = gesture
  for (const name of item.marks.tags) {
    const group = ensureTag(ports, unit, name, at)
    setMembers(ports, gesture, { kind: 'article-tag', group, present: true }, [article.uid])
  }
  for (const path of item.marks.collections) {
    const group = ensureCollection(ports, unit, path, at)
    setMembers(ports, gesture, { kind: 'article-collection', group, present: true }, [article.uid])
  }
  return item.marks.highlights.flatMap((highlight) => addHighlight(ports, gesture, article, highlight))
}

/** Restores one highlight or note; one without a place in the text is kept as an orphan and noted. */
function addHighlight(
  ports: ArchivePorts,
  gesture: Gesture,
  article: ArticleRef,
  draft: DraftHighlight,
): readonly ItemNote[] {
  const stored = draft.quote === null ? undefined : ports.records.currentText(article.id)
  const asked = { exact: draft.quote ?? '', prefix: draft.prefix, suffix: draft.suffix }
  const anchor = stored === undefined ? undefined : placeQuote(stored, asked)
  const isPlaced = stored !== undefined && anchor !== undefined && anchor.start !== null && anchor.end !== null
  const quote = isPlaced ? describeQuote(stored.text, anchor.start, anchor.end) : asked
  if (hasAnnotation(ports, article.id, stored === undefined ? null : quote.exact, draft.note)) return []
  const uid = ports.newUid() as AnnotationUid
  const created = draft.created ?? gesture.at
  gesture.edit({
    kind: 'annotation',
    subject: uid,
    value: {
      article: article.uid,
      rendition: stored?.rendition ?? null,
      quote: stored === undefined ? null : quote,
      color: draft.color,
      // A quote of an article without text has nothing to lie on: it is kept as the note.
      note: stored === undefined && draft.quote !== null ? quotedNote(draft.quote, draft.note) : draft.note,
      created,
      changed: created,
      anchors: anchor === undefined ? [] : [anchor],
    },
  })
  for (const name of draft.tags) {
    const group = ensureTag(ports, gesture.unit, name, gesture.at)
    setMembers(ports, gesture, { kind: 'annotation-tag', group, present: true }, [uid])
  }
  return stored !== undefined && !isPlaced ? [{ kind: 'unplaced-highlight', details: { quote: asked.exact } }] : []
}

function quotedNote(quote: string, note: string | null): string {
  const quoted = quote.split('\n').map((line) => `> ${line}`)
  return [...quoted, ...(note === null ? [] : ['', note])].join('\n')
}

/** Whether the same highlight or note is there already, as after the same export imported twice. */
function hasAnnotation(ports: ArchivePorts, article: ArticleId, quote: string | null, note: string | null): boolean {
  return ports.reading
    .annotationsOf(article)
    .some(({ value }) => (value.quote?.exact ?? null) === quote && (value.note ?? null) === note)
}
