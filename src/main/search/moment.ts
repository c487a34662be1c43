import type { Database } from 'better-sqlite3'

/** Another answer after every write of any connection; the same while nobody writes. */
export type Moment = () => string

/** `data_version` tells writes of other connections, `total_changes` those of this one. */
export function createMoment(database: Database): Moment {
  const version = database.prepare<[], number>('PRAGMA data_version').pluck()
  const changes = database.prepare<[], number>('SELECT total_changes()').pluck()
  return () => `${String(version.get())} ${String(changes.get())}`
}

/** Reads once for as long as nobody has written. */
export function whileUnwritten<Value>(database: Database, read: () => Value): () => Value {
  const moment = createMoment(database)
  let known: { readonly moment: string; readonly value: Value } | undefined
  return () => {
    const present = moment()
    if (known?.moment !== present) known = { moment: present, value: read() }
    return known.value
  }
}

/** Remembers what was made for a key for as long as nobody has written; forgets everything when it holds `most`. */
export function rememberUnwritten<Value>(database: Database, most: number): (key: string, make: () => Value) => Value {
  const values = whileUnwritten(database, () => new Map<string, Value>())
  return (key, make) => {
    const known = values()
    if (known.size >= most) known.clear()
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make()
    known.set(key, made)
    return made
  }
}
