import type { Json, JsonObject } from '../../shared/json.ts'
import type { Uid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'

/** Opens an import run: a row to continue it by, there before its first item. */
export function startImportRun(ports: ArchivePorts, request: JsonObject): Result<Uid> {
  return ports.attempt(() =>
    ports.transact((unit) => {
      const uid = ports.newUid()
      ports.ledger.startRun(unit, { uid, started: ports.clock(), request })
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
