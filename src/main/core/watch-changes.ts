import type { ArchiveConnection } from '../storage/open-archive.ts'

/** At most so often is a change told, in milliseconds: four times a second, during an import too. */
const INTERVAL = 250
/** How often is looked whether another program wrote, in milliseconds. */
const LOOK = 1000

/** Watches an archive until it is closed. */
export interface ChangeWatch {
  readonly close: () => void
}

/**
 * Tells that something in the archive changed: after this connection's commits, many together once, and within about a
 * second when another program wrote (`PRAGMA data_version` moves only then, and costs microseconds). Its timers keep no
 * process alive.
 */
export function watchChanges(
  { database, onWritten }: Pick<ArchiveConnection, 'database' | 'onWritten'>,
  tell: () => void,
): ChangeWatch {
  let waiting: NodeJS.Timeout | undefined
  let last = 0
  const change = (): void => {
    if (waiting !== undefined) return
    // Never at once: what was committed is answered first.
    const delay = Math.max(1, INTERVAL - (performance.now() - last))
    waiting = setTimeout(() => {
      waiting = undefined
      last = performance.now()
      tell()
    }, delay).unref()
  }
  const stopListening = onWritten(change)
  let known = readVersion(database)
  const looking = setInterval(() => {
    const now = database.open ? readVersion(database) : known
    if (now === known) return
    known = now
    change()
  }, LOOK).unref()
  return {
    close: () => {
      stopListening()
      clearInterval(looking)
      clearTimeout(waiting)
    },
  }
}

/** Undefined while the file cannot be read: what is wrong with it is told to whoever asks next. */
function readVersion(database: ArchiveConnection['database']): unknown {
  try {
    return database.pragma('data_version', { simple: true })
  } catch {
    return undefined
  }
}
