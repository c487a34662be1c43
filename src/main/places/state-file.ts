import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { JsonObject } from '../../shared/json.ts'

/** What the program remembers on this computer between its runs. */
export interface ProgramState {
  /** Path of the archive opened last. */
  readonly archive?: string
  /** What the window remembers, by name. */
  readonly settings?: JsonObject
  /** Where the window of the desktop application was. */
  readonly window?: JsonObject
}

/** The place each system gives for a program's state. */
export function stateFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = homedir()
  const folder =
    platform === 'win32'
      ? (environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (environment['XDG_CONFIG_HOME'] ?? join(home, '.config'))
  return join(folder, 'offprint')
}

function statePath(): string {
  return join(stateFolder(process.env, process.platform), 'state.json')
}

/** What was remembered; nothing when there is no state yet, or one that cannot be read. */
export function readState(): ProgramState {
  try {
    const state: unknown = JSON.parse(readFileSync(statePath(), 'utf8'))
    if (typeof state !== 'object' || state === null) return {}
    const { archive, settings, window } = state as Record<string, unknown>
    return {
      ...(typeof archive === 'string' ? { archive } : {}),
      ...(isObject(settings) ? { settings } : {}),
      ...(isObject(window) ? { window } : {}),
    }
  } catch {
    return {}
  }
}

/** Remembers a part of it and keeps the rest, whole or not at all; that it cannot be remembered is no reason to fail. */
export function rememberState(part: ProgramState): void {
  const path = statePath()
  const beside = `${path}.${String(process.pid)}.new`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(beside, `${JSON.stringify({ ...readState(), ...part })}\n`, { mode: 0o600 })
    renameSync(beside, path)
  } catch {
    rmSync(beside, { force: true })
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
