import { appError, Failure } from '../../shared/app-error.ts'
import type { Json } from '../../shared/json.ts'
import type { GestureSummary, UndoReport } from '../../shared/model/gesture.ts'
import type { Instant, Uid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import { sameJson, toJson } from '../../shared/same-json.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { placeQuote } from './place-quote.ts'
import type { AnnotationSnapshot, EntityKind, EntityValues } from './ports/entities.ts'
import type { StoredChange } from './ports/history.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import { writeEntity } from './write-entity.ts'

/** Kind of the change row that stands for a whole import run; its subject is the run. */
export const IMPORT_CHANGE = 'import'

/**
 * Takes the newest gesture that still stands back, as one transaction; what it changed returns to what it was. An
 * import's undo puts the articles it added into the Trash. Undo survives restarts and has no limit.
 */
export function undoLastGesture(ports: ArchivePorts): Result<UndoReport> {
  return ports.attempt(() =>
    ports.transact((unit) => {
      const gesture = ports.history.lastGesture()
      if (gesture === undefined) throw new Failure(appError('archive/nothing-to-undo'))
      const changes = ports.history.changesOf(gesture).filter((change) => change.undoneAt === null)
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
  const kind = change.kind as EntityKind
  const current = ports.entities.read(kind, change.subject)
  if (!sameJson(comparable(kind, current), comparable(kind, change.after))) {
    throw new Failure(appError('archive/undo-conflict', { kind, subject: change.subject }))
  }
  const value = restored(ports, kind, { before: change.before, current })
  writeEntity(ports, unit, { kind, subject: change.subject, value })
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
function comparable(kind: EntityKind, value: unknown): Json {
  if (kind !== 'annotation' || value === null) return toJson(value)
  return toJson({ ...(value as AnnotationSnapshot), anchors: [] })
}

/** The value to put back; an annotation keeps the places it has now, and one that was deleted gets one on the current text. */
function restored(
  ports: ArchivePorts,
  kind: EntityKind,
  { before, current }: { readonly before: Json; readonly current: unknown },
): EntityValues[EntityKind] | null {
  if (before === null) return null
  if (kind !== 'annotation') return before as unknown as EntityValues[EntityKind]
  const snapshot = before as unknown as AnnotationSnapshot
  if (current !== null) return { ...snapshot, anchors: (current as AnnotationSnapshot).anchors }
  return withCurrentPlace(ports, snapshot)
}

function withCurrentPlace(ports: ArchivePorts, snapshot: AnnotationSnapshot): AnnotationSnapshot {
  const article = ports.records.find(snapshot.article)
  const stored = article === undefined ? undefined : ports.records.currentText(article.id)
  if (stored === undefined || snapshot.quote === null) return snapshot
  if (snapshot.anchors.some(({ rendition }) => rendition === stored.rendition)) return snapshot
  return { ...snapshot, anchors: [...snapshot.anchors, placeQuote(stored, snapshot.quote)] }
}
