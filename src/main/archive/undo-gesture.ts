import { appError, Failure } from '../../shared/app-error.ts'
import type { Json } from '../../shared/json.ts'
import type { GestureSummary, UndoReport } from '../../shared/model/gesture.ts'
import type { GestureUid, Instant, Uid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import { sameJson } from '../../shared/same-json.ts'
import { toJson } from '../../shared/to-json.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { placeQuote } from './place-quote.ts'
import type { AnnotationSnapshot, EntityKind, EntityValues } from './ports/entities.ts'
import { IMPORT_CHANGE, type StoredChange } from './ports/history.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import { writeEntity } from './write-entity.ts'

type EntityChange = Exclude<StoredChange, { readonly kind: typeof IMPORT_CHANGE }>

/**
 * Takes a gesture back, or the newest that still stands, as one transaction; what it changed returns to what it was. An
 * import's undo puts the articles it added into the Trash. Undo survives restarts and has no limit.
 */
export function undoGesture(ports: ArchivePorts, named: GestureUid | null): Result<UndoReport> {
  return ports.attempt(() =>
    ports.transact((unit) => {
      const gesture = named ?? ports.history.lastGesture()
      if (gesture === undefined) throw new Failure(appError('archive/nothing-to-undo'))
      const changes = ports.history.changesOf(gesture).filter((change) => change.undoneAt === null)
      if (changes.length === 0) throw new Failure(appError('archive/nothing-to-undo'))
      const at = ports.clock()
      for (const change of changes.toReversed()) takeBack(ports, unit, change, at)
      ports.history.markUndone(unit, gesture, at)
      ports.history.seal(unit, 'undo', gesture, { changes: changes.length })
      const kinds = [...new Set(changes.map(({ kind }) => kind))]
      return { gesture, at: changes[0]?.at ?? at, kinds, changes: changes.length }
    }),
  )
}

/** Gestures that can be undone, newest first. */
export function listGestures(ports: ArchivePorts, limit: number): readonly GestureSummary[] {
  return ports.history.gestures(limit)
}

function takeBack(ports: ArchivePorts, unit: UnitOfWork, change: StoredChange, at: Instant): void {
  if (change.kind === IMPORT_CHANGE) {
    trashImported(ports, unit, change.subject as Uid, at)
    return
  }
  if (isMadeAndInUse(ports, change)) return
  const { kind, subject } = change
  const current = ports.entities.read(kind, subject)
  if (!sameJson(comparable(current), comparable(change.after))) {
    throw new Failure(appError('archive/undo-conflict', { kind, subject }))
  }
  writeEntity(ports, unit, { kind, subject, value: restored(ports, change, current) })
}

/** A collection or tag that was made stays when something got into it since: taking it away would take more than it gave. */
function isMadeAndInUse(ports: ArchivePorts, { kind, subject, before }: EntityChange): boolean {
  return (kind === 'collection' || kind === 'tag') && before === null && ports.organising.isInUse(subject as Uid)
}

function trashImported(ports: ArchivePorts, unit: UnitOfWork, run: Uid, at: Instant): void {
  for (const id of ports.ledger.articlesAdded(run)) {
    const subject = ports.reading.articleUid(id)
    const marks = ports.entities.read('article', subject)
    if (marks?.trashed !== null) continue
    writeEntity(ports, unit, { kind: 'article', subject, value: { ...marks, trashed: at } })
  }
}

/** A value without anchors: a rebuild may have added places, which is no conflict. */
function comparable(value: EntityValues[EntityKind] | null): Json {
  return toJson(value !== null && 'anchors' in value ? { ...value, anchors: [] } : value)
}

/** The value to put back; an annotation keeps the places it has now, and one that was deleted gets one on the current text. */
function restored(
  ports: ArchivePorts,
  change: EntityChange,
  current: EntityValues[EntityKind] | null,
): EntityValues[EntityKind] | null {
  if (change.kind !== 'annotation' || change.before === null) return change.before
  if (current !== null && 'anchors' in current) return { ...change.before, anchors: current.anchors }
  return withCurrentPlace(ports, change.before)
}

function withCurrentPlace(ports: ArchivePorts, snapshot: AnnotationSnapshot): AnnotationSnapshot {
  const article = ports.records.find(snapshot.article)
  const stored = article === undefined ? undefined : ports.records.currentText(article.id)
  if (stored === undefined || snapshot.quote === null) return snapshot
  if (snapshot.anchors.some(({ rendition }) => rendition === stored.rendition)) return snapshot
  return { ...snapshot, anchors: [...snapshot.anchors, placeQuote(stored, snapshot.quote)] }
}
