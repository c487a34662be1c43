import type { ArticleId, ArticleUid, RenditionId } from '../../shared/model/identity.ts'
import type { ImportOutcome } from '../../shared/model/import.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { ensureCollection } from './ensure-collection.ts'
import { ensureTag } from './ensure-tag.ts'
import { unrecorded, type Gesture } from './gesture.ts'
import { indexArticle } from './index-article.ts'
import type { ArticleRef, ArticleSource } from './ports/article-records.ts'
import { OWN_SERVICE, type PreparedArticle } from './prepared-article.ts'
import { reanchorAnnotations } from './reanchor-annotations.ts'
import { restoreHighlight } from './restore-highlight.ts'
import { mergeMarks } from './merge-marks.ts'
import { isFurtherPage } from './page-of-article.ts'
import { placeWaitingQuotes } from './waiting-quote.ts'
import { resolveIdentity } from './resolve-identity.ts'
import { setMembers } from './set-members.ts'

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
  const notes = addMarks(ports, unrecorded(ports, gesture), item, { article, rendition: null })
  return { outcome: item.rendition === null ? 'linkOnly' : 'added', article, notes }
}

function createArticle(ports: ArchivePorts, gesture: Gesture, item: PreparedArticle): ArticleRef {
  const { unit, at } = gesture
  const article = ports.records.createArticle(unit, {
    uid: ownUid(item) ?? (ports.newUid() as ArticleUid),
    added: item.marks.added ?? at,
    state: item.marks.state,
    starred: item.marks.starred,
  })
  addSources(ports, gesture, item, article)
  const rendition = addVersion(ports, gesture, item, { article: article.id, isShown: true })
  ports.reading.refreshListing(unit, article.id)
  if (rendition !== null && item.analysed !== null) ports.index.put(unit, article.id, rendition, item.analysed)
  return article
}

/** An exported article keeps its uid, so that links to it in a person's notes lead on. */
function ownUid({ source: { service, sourceId } }: PreparedArticle): ArticleUid | null {
  return service === OWN_SERVICE ? (sourceId as ArticleUid | null) : null
}

/** Where an item came from; that an article is itself says nothing. */
function sourceOf(item: PreparedArticle, { uid }: ArticleRef): ArticleSource {
  return ownUid(item) === uid ? { ...item.source, service: null, sourceId: null } : item.source
}

/**
 * Adds where an item came from; a page of an article also the address of the whole, by which its other pages are found. It is
 * no address to go to: many sites show the first page there, others nothing.
 */
function addSources(ports: ArchivePorts, { unit }: Gesture, item: PreparedArticle, article: ArticleRef): void {
  ports.records.addSource(unit, article.id, sourceOf(item, article))
  const [whole] = item.page?.addresses ?? []
  if (whole === undefined || whole === item.source.canonicalUrl) return
  ports.records.addSource(unit, article.id, { service: null, sourceId: null, url: null, canonicalUrl: whole })
}

/** Adds a version with its original and rendition and makes the rendition current; answers it, null for a link. */
function addVersion(
  ports: ArchivePorts,
  { unit, at }: Gesture,
  item: PreparedArticle,
  { article, isShown }: { readonly article: ArticleId; readonly isShown: boolean },
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
  if (isShown) ports.records.setCurrentVersion(unit, article, version)
  if (item.rendition === null) return null
  const rendition = ports.records.createRendition(unit, version, item.rendition)
  ports.records.setCurrentRendition(unit, version, rendition)
  for (const { url, blob } of item.resources) ports.records.addResource(unit, rendition, { url, blob: blob.sha256 })
  const { fingerprint } = item.rendition
  if (isShown) ports.nearDuplicates.put(unit, { article, rendition, fingerprint })
  return rendition
}

function storeAgain(ports: ArchivePorts, gesture: Gesture, item: PreparedArticle, article: ArticleRef): StoredItem {
  const wasTrashed = restoreFromTrash(ports, gesture, article.uid)
  // The pages of an article are shown together, once all that come are in (`join-pages.ts`).
  const isShown = !isFurtherPage(ports, article.id, item)
  addSources(ports, gesture, item, article)
  const isNew = hasNewText(ports, item, article.id)
  mergeMarks(ports, gesture, article.uid, item.marks)
  const rendition = isNew ? addVersion(ports, gesture, item, { article: article.id, isShown }) : null
  if (rendition !== null && isShown) {
    reanchorAnnotations(ports, gesture.unit, article, rendition)
    placeWaitingQuotes(ports, gesture, article, rendition)
  }
  if (isNew && isShown) indexArticle(ports, gesture.unit, article.id)
  const notes = addMarks(ports, gesture, item, { article, rendition: isShown ? null : rendition })
  ports.reading.refreshListing(gesture.unit, article.id)
  const restored: readonly ItemNote[] = wasTrashed ? [{ kind: 'restored-from-trash', details: {} }] : []
  return { outcome: isNew ? 'newVersion' : 'already', article, notes: [...restored, ...notes] }
}

/**
 * A text that is among the article's versions already is nothing new; neither is a link to an article that is there, or an
 * export of its text, which holds less than the text here.
 */
function hasNewText(ports: ArchivePorts, item: PreparedArticle, article: ArticleId): boolean {
  const text = item.rendition?.textSha256
  const here = ports.records.textHashes(article)
  if (text === undefined || (item.isUnedited === true && here.length > 0)) return false
  return here.every((version) => version.text !== text)
}

/** Importing an article again is a wish to have it: it comes back out of the Trash, undoably. */
function restoreFromTrash(ports: ArchivePorts, gesture: Gesture, subject: ArticleUid): boolean {
  const marks = ports.entities.read('article', subject)
  if (!marks?.trashed) return false
  gesture.edit({ kind: 'article', subject, value: { ...marks, trashed: null } })
  return true
}

/** `rendition`: the text that highlights lie on; null = the one that is shown. */
function addMarks(
  ports: ArchivePorts,
  gesture: Gesture,
  item: PreparedArticle,
  { article, rendition }: { readonly article: ArticleRef; readonly rendition: RenditionId | null },
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
  if (item.marks.highlights.length === 0) return []
  const stored = rendition === null ? ports.records.currentText(article.id) : ports.records.text(rendition)
  return item.marks.highlights.flatMap((draft) => restoreHighlight(ports, gesture, { article, stored }, draft))
}
