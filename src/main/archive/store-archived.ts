import type { ItemNote } from '../../shared/model/item-note.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { ArchivedArticle, ArchivedPlace } from './ports/archived-article.ts'
import { ensureCollection } from './ensure-collection.ts'
import { ensureTag } from './ensure-tag.ts'
import { unrecorded, type Gesture } from './gesture.ts'
import { indexArticle } from './index-article.ts'
import { mergeMarks } from './merge-marks.ts'
import type { ArticleRef } from './ports/article-records.ts'
import type { PlaceInText } from './ports/reading-positions.ts'
import { reanchorAnnotations } from './reanchor-annotations.ts'
import { restoreAnnotations, restoreMemberships } from './restore-annotations.ts'
import type { ShelfNames } from './restore-shelves.ts'
import { restoreVersions, type RestoredVersions } from './restore-versions.ts'
import { setMembers } from './set-members.ts'
import type { StoredItem } from './store-article.ts'

/**
 * Stores an article of another archive whole: as it stands there when it is new here, else merged into the one that it is
 * (same uid; same source; same address; same text of neither). Nothing here is lost by it: versions and highlights are added,
 * of equal uid the newer change wins, a mark is never taken away.
 */
export function storeArchived(
  ports: ArchivePorts,
  gesture: Gesture,
  item: ArchivedArticle,
  names: ShelfNames,
): StoredItem {
  const known = findSame(ports, item)
  return known === undefined ? storeNew(ports, gesture, item, names) : mergeInto(ports, gesture, item, { known, names })
}

function findSame(ports: ArchivePorts, item: ArchivedArticle): ArticleRef | undefined {
  const { records } = ports
  const same = records.find(item.uid)
  if (same !== undefined) return same
  for (const { service, sourceId, canonicalUrl } of item.sources) {
    const bySource = service === null || sourceId === null ? undefined : records.findBySource(service, sourceId)
    const found = bySource ?? (canonicalUrl === null ? undefined : records.findByCanonicalUrl(canonicalUrl))
    if (found !== undefined) return found
  }
  const shown = item.versions.find(({ uid }) => uid === item.current)
  const text = shown?.renditions.find(({ id }) => id === shown.current)?.text
  return item.sources.length > 0 || text === undefined ? undefined : records.findByTextOnly(text)
}

function storeNew(ports: ArchivePorts, gesture: Gesture, item: ArchivedArticle, names: ShelfNames): StoredItem {
  const { unit } = gesture
  const { added, uid, marks } = item
  const article = ports.records.createArticle(unit, { uid, added, state: marks.state, starred: marks.starred })
  for (const source of item.sources) ports.records.addSource(unit, article.id, source)
  const restored = restoreVersions(ports, gesture, item, article)
  ports.records.setCurrentVersion(unit, article.id, restored.current)
  const silent = unrecorded(ports, gesture)
  if (marks.trashed !== null) silent.edit({ kind: 'article', subject: uid, value: marks })
  addOwn(ports, silent, item, { article, known: false, restored, names })
  keepPlaces(ports, gesture, item, { article, restored })
  refresh(ports, gesture, article)
  keepFingerprint(ports, gesture, item, { article, restored })
  ports.restoring.setChanged(unit, article.id, item.changed)
  return { outcome: ports.records.currentText(article.id) === undefined ? 'linkOnly' : 'added', article, notes: [] }
}

interface Merging {
  readonly known: ArticleRef
  readonly names: ShelfNames
}

function mergeInto(
  ports: ArchivePorts,
  gesture: Gesture,
  item: ArchivedArticle,
  { known, names }: Merging,
): StoredItem {
  const { unit } = gesture
  const notes = takeOutOfTrash(ports, gesture, item, known)
  for (const source of item.sources) ports.records.addSource(unit, known.id, source)
  mergeMarks(ports, gesture, known.uid, item.marks)
  const before = ports.restoring.current(known.id)
  const restored = restoreVersions(ports, gesture, item, known)
  const shown = item.versions.find(({ uid }) => uid === item.current)
  const isNewer = restored.added > 0 && (shown?.captured ?? '') > (before?.captured ?? '')
  if (isNewer) showVersion(ports, gesture, known, restored.current)
  addOwn(ports, gesture, item, { article: known, known: true, restored, names })
  refresh(ports, gesture, known)
  if (isNewer) keepFingerprint(ports, gesture, item, { article: known, restored })
  return { outcome: restored.added > 0 ? 'newVersion' : 'already', article: known, notes }
}

/** Importing an article again is a wish to have it, unless it lies in the Trash there too. */
function takeOutOfTrash(
  ports: ArchivePorts,
  gesture: Gesture,
  item: ArchivedArticle,
  { uid }: ArticleRef,
): readonly ItemNote[] {
  const marks = ports.entities.read('article', uid)
  if (!marks?.trashed || item.marks.trashed !== null) return []
  gesture.edit({ kind: 'article', subject: uid, value: { ...marks, trashed: null } })
  return [{ kind: 'restored-from-trash', details: {} }]
}

function showVersion(
  ports: ArchivePorts,
  gesture: Gesture,
  article: ArticleRef,
  version: RestoredVersions['current'],
): void {
  const value = { version: ports.restoring.numberOf(version) }
  gesture.edit({ kind: 'current-version', subject: article.uid, value })
  const text = ports.records.currentText(article.id)
  if (text !== undefined) reanchorAnnotations(ports, gesture.unit, article, text.rendition)
}

interface Own {
  readonly article: ArticleRef
  readonly known: boolean
  readonly restored: RestoredVersions
  readonly names: ShelfNames
}

/** What people made of the article, and what this import gives to everything. */
function addOwn(ports: ArchivePorts, gesture: Gesture, item: ArchivedArticle, own: Own): void {
  const { article, known, restored, names } = own
  for (const { field, value } of item.overrides) {
    const subject = `${article.uid}/${field}`
    const here = ports.entities.read('override', subject)
    const deleted = known ? ports.restoring.deletedAt('override', value.uid) : undefined
    if ((here !== null && here.changed >= value.changed) || (deleted !== undefined && deleted >= value.changed))
      continue
    const isTaken = here?.uid !== value.uid && ports.restoring.isTaken('override', value.uid)
    gesture.edit({ kind: 'override', subject, value: isTaken ? { ...value, uid: ports.newUid() } : value })
  }
  restoreAnnotations(ports, gesture, item.annotations, { article, known, renditions: restored.renditions, names })
  const member = { member: article.uid, known, names }
  restoreMemberships(ports, gesture, item.tags, { kind: 'article-tag', ...member })
  restoreMemberships(ports, gesture, item.collections, { kind: 'article-collection', ...member })
  for (const name of item.wishes.tags) {
    const group = ensureTag(ports, gesture.unit, name, gesture.at)
    setMembers(ports, gesture, { kind: 'article-tag', group, present: true }, [article.uid])
  }
  for (const path of item.wishes.collections) {
    const group = ensureCollection(ports, gesture.unit, path, gesture.at)
    setMembers(ports, gesture, { kind: 'article-collection', group, present: true }, [article.uid])
  }
}

type Restored = Pick<Own, 'article' | 'restored'>

function keepPlaces(
  ports: ArchivePorts,
  { unit }: Gesture,
  item: ArchivedArticle,
  { article, restored }: Restored,
): void {
  const here = (place: ArchivedPlace | null): PlaceInText | null => {
    const rendition = place === null ? undefined : restored.renditions.get(place.rendition)
    return place === null || rendition === undefined ? null : { ...place, rendition }
  }
  const [stopped, furthest] = [here(item.stopped), here(item.furthest)]
  if (stopped !== null) ports.positions.putStopped(unit, article.id, stopped)
  if (furthest !== null) ports.positions.putFurthest(unit, article.id, furthest)
}

function refresh(ports: ArchivePorts, { unit }: Gesture, { id }: ArticleRef): void {
  ports.reading.refreshListing(unit, id)
  indexArticle(ports, unit, id)
}

/** The fingerprint was made with its text, and is not made again. */
function keepFingerprint(
  ports: ArchivePorts,
  { unit }: Gesture,
  item: ArchivedArticle,
  { article, restored }: Restored,
): void {
  const rendition = item.fingerprint === null ? undefined : restored.renditions.get(item.fingerprint.rendition)
  if (item.fingerprint === null || rendition === undefined) return
  ports.nearDuplicates.put(unit, { article: article.id, rendition, fingerprint: item.fingerprint.bytes })
}
