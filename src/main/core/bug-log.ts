import { appendFileSync, closeSync, constants, mkdirSync, openSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ReportBug } from '../ipc/report-bug.ts'
import { newUid } from './clock.ts'

/** Where bugs are written, with their stacks; stays on this machine. */
export function bugLogPath(environment: NodeJS.ProcessEnv): string {
  const state = environment['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state')
  return join(state, 'offprint', 'incidents.log')
}

/** Writes bugs to a file under an incident's id. When even that fails the incident has at least its id. */
export function createBugLog(path: string): ReportBug {
  return (bug) => {
    const incident = newUid()
    const stack = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)
    const entry = `${new Date().toISOString()} ${incident}\n${stack}\n\n`
    const places = [path, join(tmpdir(), 'offprint-incidents.log')]
    places.find((place) => append(place, entry))
    return incident
  }
}

/** Windows has no such flag (undefined counts as 0), and no such folder of all. */
const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants
const APPEND_NO_LINK = O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY

function append(path: string, entry: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    // Pieces of paths are nobody else's business; and in a folder of all, a link of that name could lead anywhere.
    const file = openSync(path, APPEND_NO_LINK, 0o600)
    try {
      appendFileSync(file, entry)
    } finally {
      closeSync(file)
    }
    return true
  } catch {
    // A full or read-only disk may be the very bug: there is nobody left to tell.
    return false
  }
}
