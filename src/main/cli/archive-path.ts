import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** Where the program remembers the archive opened last: the place each system gives for it. */
function statePath(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const home = homedir()
  const folder =
    platform === 'win32'
      ? (environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (environment['XDG_CONFIG_HOME'] ?? join(home, '.config'))
  return join(folder, 'offprint', 'state.json')
}

/**
 * The archive a command works on: the one named, else the one opened last, else `Documents/Offprint/Archive.offprint`.
 * Absolute path; nothing is made or opened.
 */
export function archivePath(named: string | undefined): string {
  if (named !== undefined) return resolve(named)
  return lastOpened() ?? usualArchive()
}

function usualArchive(): string {
  return join(homedir(), 'Documents', 'Offprint', 'Archive.offprint')
}

/** Whether it is the archive that is there without anybody naming one. */
export function isUsualArchive(file: string): boolean {
  return file === usualArchive()
}

function lastOpened(): string | undefined {
  try {
    const state: unknown = JSON.parse(readFileSync(statePath(process.env, process.platform), 'utf8'))
    if (typeof state !== 'object' || state === null || !('archive' in state)) return undefined
    return typeof state.archive === 'string' && existsSync(state.archive) ? state.archive : undefined
  } catch {
    // No state yet, or one that cannot be read: the default archive is as good a start.
    return undefined
  }
}

/** Remembers the archive for the next command; that it cannot be remembered is no reason to fail. */
export function rememberArchive(file: string): void {
  const path = statePath(process.env, process.platform)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${JSON.stringify({ archive: file })}\n`)
  } catch {
    return
  }
}

/** Makes the folder of a new archive; where that fails, opening the archive says why. */
export function makeArchiveFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch {
    return
  }
}
