import type { Json, JsonObject } from '../../shared/json.ts'
import type { GestureUid, Uid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { IMPORT_CHANGE } from './ports/history.ts'

/**
 * Opens an import run: a row to continue it by, and one change row for the whole run, so that one undo takes the run
 * back. Both exist before the first item is stored; a run killed at any moment can be undone as far as it came.
 */
export function startImportRun(ports: ArchivePorts, request: JsonObject): Result<Uid> {
  return ports.attempt(() =>
    ports.transact((unit) => {
      const uid = ports.newUid()
      const at = ports.clock()
      ports.ledger.startRun(unit, { uid, started: at, request })
      const gesture = uid as string as GestureUid
      ports.history.append(unit, {
        gesture,
        at,
        actor: 'import',
        kind: IMPORT_CHANGE,
        subject: uid,
        before: null,
        after: request,
      })
      return uid
    }),
  )
}

/** Closes an import run with its counts. */
export function finishImportRun(ports: ArchivePorts, run: Uid, outcome: Json): Result<null> {
  return ports.attempt(() =>
    ports.transact((unit) => {
      ports.ledger.finishRun(unit, run, ports.clock(), outcome)
      return null
    }),
  )
}
