import { appError, Failure } from '../../shared/app-error.ts'
import type { GestureSummary, UndoReport } from '../../shared/model/gesture.ts'
import type { GestureUid, Instant, Uid } from '../../shared/model/identity.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { JobControl } from './job-control.ts'
import { IMPORT_CHANGE, type StoredChange } from './ports/history.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import { runSteps, type Step } from './run-steps.ts'
import { assertTakeBack, takeBack } from './take-back.ts'
import { writeEntity } from './write-entity.ts'

/** A gesture of at most so many changes is taken back as one transaction. */
const AT_ONCE = 1000

/**
 * Takes a gesture back, or the newest that still stands; what it changed returns to what it was. An import's undo puts
 * the articles it added into the Trash. Undo survives restarts and has no limit. Refused as a whole with
 * `archive/undo-conflict` when something newer stands on it. A large gesture is looked through first and then taken back
 * in steps, between which others get their turn; killed half-way, the rest of it still stands and can be taken back.
 */
export async function undoGesture(
  ports: ArchivePorts,
  named: GestureUid | null,
  control: JobControl,
): Promise<Result<UndoReport>> {
  const found = ports.attempt(() => findStanding(ports, named))
  if (!found.ok) return found
  const summary = found.value
  const imported = ports.attempt(() => importedBy(ports, summary))
  if (!imported.ok) return imported
  const { gesture, at, kinds, changes } = summary
  const report = ok({ gesture, at, kinds, changes })
  if (changes + imported.value.length <= AT_ONCE) {
    const undone = ports.attempt(() =>
      ports.transact((unit) => {
        for (const step of undoSteps(ports, summary, imported.value)) step(unit)
      }),
    )
    return undone.ok ? report : undone
  }
  const checked = await checkInSteps(ports, summary, control)
  if (!checked.ok) return checked
  const total = changes + imported.value.length
  const undone = await runSteps(ports, control, undoSteps(ports, summary, imported.value), total)
  return undone.ok ? report : undone
}

/** Gestures that can be undone, newest first. */
export function listGestures(ports: ArchivePorts, limit: number): readonly GestureSummary[] {
  return ports.history.gestures(limit)
}

/** @throws Failure `archive/nothing-to-undo`. */
function findStanding(ports: ArchivePorts, named: GestureUid | null): GestureSummary {
  const gesture = named ?? ports.history.lastGesture()
  const standing = gesture === undefined ? undefined : ports.history.standing(gesture)
  if (standing === undefined) throw new Failure(appError('archive/nothing-to-undo'))
  return standing
}

/** Articles that an import's undo puts into the Trash; none for any other gesture. */
function importedBy(ports: ArchivePorts, { gesture, kinds }: GestureSummary): readonly string[] {
  if (!kinds.includes(IMPORT_CHANGE)) return []
  return ports.ledger.articlesAdded(gesture as string as Uid).map((id) => ports.reading.articleUid(id))
}

/** Every change newest first, each marked as undone with its step; what an import added goes before its own change does. */
function* undoSteps(
  ports: ArchivePorts,
  { gesture, changes }: GestureSummary,
  imported: readonly string[],
): Generator<Step> {
  const at = ports.clock()
  yield (unit) => {
    ports.history.seal(unit, 'undo', gesture, { changes })
  }
  for (const subject of imported) {
    yield (unit) => {
      trashImported(ports, unit, subject, at)
    }
  }
  for (const change of standingOf(ports, gesture)) {
    yield (unit) => {
      if (change.kind !== IMPORT_CHANGE) takeBack(ports, unit, change)
      ports.history.markUndone(unit, change.id, at)
    }
  }
}

function* standingOf(ports: ArchivePorts, gesture: GestureUid): Generator<StoredChange> {
  let before: number | null = null
  for (;;) {
    const page: readonly StoredChange[] = ports.history.standingChanges(gesture, before, AT_ONCE)
    yield* page
    const last = page.at(-1)
    if (last === undefined) return
    before = last.id
  }
}

/** Looks through a large gesture before anything is taken back, since its steps are no one transaction. */
async function checkInSteps(
  ports: ArchivePorts,
  { gesture }: GestureSummary,
  control: JobControl,
): Promise<Result<null>> {
  const seen = new Set<string>()
  let before: number | null = null
  for (;;) {
    const from: number | null = before
    const page: Result<readonly StoredChange[]> = ports.attempt(() => checkPage(ports, gesture, from, seen))
    if (!page.ok) return page
    const last = page.value.at(-1)
    if (last === undefined) return ok(null)
    before = last.id
    await control.pause()
  }
}

/** Of several changes of one subject only the newest can be held against what stands there now. */
function checkPage(
  ports: ArchivePorts,
  gesture: GestureUid,
  before: number | null,
  seen: Set<string>,
): readonly StoredChange[] {
  const page = ports.history.standingChanges(gesture, before, AT_ONCE)
  for (const change of page) {
    const subject = `${change.kind} ${change.subject}`
    if (change.kind !== IMPORT_CHANGE && !seen.has(subject)) assertTakeBack(ports, change)
    seen.add(subject)
  }
  return page
}

function trashImported(ports: ArchivePorts, unit: UnitOfWork, subject: string, at: Instant): void {
  const marks = ports.entities.read('article', subject)
  if (marks?.trashed !== null) return
  writeEntity(ports, unit, { kind: 'article', subject, value: { ...marks, trashed: at } })
}
