import { appendFileSync, mkdirSync } from 'node:fs'
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

function append(path: string, entry: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true })
    appendFileSync(path, entry)
    return true
  } catch {
    // A full or read-only disk may be the very bug: there is nobody left to tell.
    return false
  }
}
