import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { appError, type AppError } from '../../../shared/app-error.ts'
import { isHiddenStep } from '../containers/entry-name.ts'
import type { FoundBundle } from '../find-bundle.ts'
import { readError } from './read-error.ts'

/** A file found in a folder, files that are read together, or a place that could not be looked into. */
export type FoundPlace =
  | { readonly ok: true; readonly path: string; readonly size: number }
  | { readonly ok: true; readonly path: string; readonly bundle: FoundBundle }
  | { readonly ok: false; readonly path: string; readonly error: AppError }

/** How a walk is made. */
export interface Walk {
  /** Folders that were entered, by their true paths. */
  readonly visited: Set<string>
  /** Files that belong to a bundle met before. */
  readonly taken: Set<string>
  /** Asked in every folder, with the names in it (folders with `/` at the end), whether files belong together. */
  readonly claim: (folder: string, names: readonly string[]) => Promise<FoundBundle | undefined>
}

/** A walk that takes every file by itself. */
export function plainWalk(): Walk {
  return { visited: new Set(), taken: new Set(), claim: () => Promise.resolve(undefined) }
}

/** Archives lie beside articles easily, with what SQLite keeps next to them; bringing them in as articles is never meant. */
const ARCHIVE_FILE = /\.offprint(?:-wal|-shm|-journal)?$/i

/**
 * Every regular file below a folder, folder by folder, names in code unit order (the same on every machine); files that
 * are read together come as one, before the others of their folder. Hidden files and archives are left out. Links are
 * followed, each folder once, so that a link to a folder above ends.
 */
export async function* walkFolder(folder: string, walk: Walk = plainWalk()): AsyncGenerator<FoundPlace> {
  let entries: Dirent[]
  try {
    const real = await realpath(folder)
    if (walk.visited.has(real)) return
    walk.visited.add(real)
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield { ok: false, path: folder, error: readError(folder, error) }
    return
  }
  const shown = entries
    .filter((entry) => !isHiddenStep(entry.name, entry.isFile()) && !ARCHIVE_FILE.test(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
  const bundle = await walk.claim(
    folder,
    shown.map((entry) => (entry.isFile() ? entry.name : `${entry.name}/`)),
  )
  if (bundle !== undefined) {
    for (const { filePath } of bundle.bundle.files) if (filePath !== undefined) walk.taken.add(filePath)
    yield { ok: true, path: folder, bundle }
  }
  for (const { name } of shown) yield* visit(join(folder, name), walk)
}

async function* visit(path: string, walk: Walk): AsyncGenerator<FoundPlace> {
  if (walk.taken.has(path)) return
  try {
    const about = await stat(path)
    if (about.isDirectory()) {
      yield* walkFolder(path, walk)
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
