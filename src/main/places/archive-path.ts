import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { readState, rememberState } from './state-file.ts'

/**
 * The archive to work on: the one named, else the one opened last, else `Documents/Offprint/Archive.offprint`.
 * Absolute path; nothing is made or opened.
 */
export function archivePath(named: string | undefined): string {
  if (named !== undefined) return resolve(named)
  return lastOpened() ?? usualArchive()
}

/** Where an archive is made when nobody names a place. */
export function usualArchive(): string {
  return join(homedir(), 'Documents', 'Offprint', 'Archive.offprint')
}

/** Whether it is the archive that is there without anybody naming one. */
export function isUsualArchive(file: string): boolean {
  return file === usualArchive()
}

function lastOpened(): string | undefined {
  const { archive } = readState()
  return archive !== undefined && existsSync(archive) ? archive : undefined
}

/** Remembers the archive for the next time. */
export function rememberArchive(file: string): void {
  rememberState({ archive: file })
}

/** Makes the folder of a new archive; where that fails, opening the archive says why. */
export function makeArchiveFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch {
    return
  }
}
