import type { Database } from 'better-sqlite3'
import { BUSY_TIMEOUT } from './connection-settings.ts'

/** Quiet time after the last commit before the WAL is emptied, in milliseconds. */
export const IDLE_BEFORE_CHECKPOINT = 5_000

/** Empties the WAL when nobody writes, so that a copy of the file alone soon holds everything again. */
export interface IdleCheckpoint {
  /** Call after every commit. */
  readonly written: () => void
  /** Ends the waiting; a checkpoint that was due is made at once. */
  readonly close: () => void
}

/** Starts watching one connection; its timer never keeps a process alive. */
export function createIdleCheckpoint(database: Database, idle = IDLE_BEFORE_CHECKPOINT): IdleCheckpoint {
  let timer: NodeJS.Timeout | undefined

  const run = (): void => {
    timer = undefined
    if (!database.open) return
    if (database.inTransaction || !truncateWal(database)) written()
  }
  const written = (): void => {
    if (timer === undefined) timer = setTimeout(run, idle).unref()
    else timer.refresh()
  }
  const close = (): void => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    truncateWal(database)
  }
  return { written, close }
}

/**
 * Copies the WAL into the file and empties it; false when another connection is in the way. It does not wait for
 * readers: a checkpoint that waits would hold up the thread that serves the person.
 */
export function truncateWal(database: Database): boolean {
  database.pragma('busy_timeout = 0')
  try {
    return Number(database.pragma('wal_checkpoint(TRUNCATE)', { simple: true })) === 0
  } catch {
    // Busy or damaged: nothing is lost, the WAL still holds what it held, and the next write meets the error in words.
    return false
  } finally {
    database.pragma(`busy_timeout = ${String(BUSY_TIMEOUT)}`)
  }
}
