import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { appError, type AppError } from '../../../shared/app-error.ts'
import { readError } from './read-error.ts'

/** A file found in a folder, or a place that could not be looked into. */
export type FoundFile =
  | { readonly ok: true; readonly path: string; readonly size: number }
  | { readonly ok: false; readonly path: string; readonly error: AppError }

/** Archives lie beside articles easily, with what SQLite keeps next to them; bringing them in as articles is never meant. */
const ARCHIVE_FILE = /\.offprint(?:-wal|-shm|-journal)?$/i

/**
 * Every regular file below a folder, folder by folder, names in code unit order (the same on every machine). Hidden
 * files and archives are left out. Links are followed, each folder once, so that a link to a folder above ends.
 */
export async function* walkFolder(folder: string, visited = new Set<string>()): AsyncGenerator<FoundFile> {
  let entries: Dirent[]
  try {
    const real = await realpath(folder)
    if (visited.has(real)) return
    visited.add(real)
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield { ok: false, path: folder, error: readError(folder, error) }
    return
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || ARCHIVE_FILE.test(entry.name)) continue
    yield* visit(join(folder, entry.name), visited)
  }
}

async function* visit(path: string, visited: Set<string>): AsyncGenerator<FoundFile> {
  try {
    const about = await stat(path)
    if (about.isDirectory()) {
      yield* walkFolder(path, visited)
    } else if (about.isFile()) {
      yield { ok: true, path, size: about.size }
    } else {
      // Opening a pipe or a device that merely lies in the folder could wait for ever.
      yield { ok: false, path, error: appError('import/not-readable', { path, cause: 'not a regular file' }) }
    }
  } catch (error) {
    yield { ok: false, path, error: readError(path, error) }
  }
}
