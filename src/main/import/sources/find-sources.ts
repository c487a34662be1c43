import { stat } from 'node:fs/promises'
import { basename, relative, sep } from 'node:path'
import { appError, type AppError } from '../../../shared/app-error.ts'
import { nativeErrorCode } from '../../../shared/native-error-code.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { findBundle, formatsBySign, type FoundBundle } from '../find-bundle.ts'
import type { BundleFile, ImportSource } from '../format.ts'
import { FORMATS } from '../formats/formats.ts'
import { fileSource } from './file-source.ts'
import { readPipe } from './read-pipe.ts'
import { streamSource } from './stream-source.ts'
import { toldPath } from './told-path.ts'
import { walkFolder, type Walk } from './walk-folder.ts'

/** A source, files of a folder that are read together, or a place that could not be looked into. */
export type SourceOrFailure =
  | { readonly ok: true; readonly source: ImportSource }
  | { readonly ok: true; readonly bundle: FoundBundle }
  | { readonly ok: false; readonly path: string; readonly error: AppError }

/** What an import was pointed at; walked while it is read, never listed as a whole. */
export interface SourceList {
  /** The sources one by one, in order; call it once (standard input can be read only once). */
  readonly read: () => AsyncIterable<SourceOrFailure>
  /** Walks ahead of the reading and answers after each source how many there are so far, for progress. */
  readonly count: () => AsyncIterable<number>
}

type Place =
  | { readonly kind: 'folder' | 'pipe'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly size: number }
  | { readonly kind: 'standard-input' }

/**
 * Turns path arguments (a file, a folder, `-` for standard input) into sources. A path that does not exist is refused
 * before anything is read: `import/path-not-found` with all that are missing. What lies below `base` is told relative to it.
 */
export async function findSources(
  paths: readonly string[],
  standardInput: AsyncIterable<Uint8Array>,
  base: string | null = null,
): Promise<Result<SourceList>> {
  const places = await Promise.all(paths.map((path) => findPlace(path)))
  const missing = paths.filter((_, index) => places[index] === undefined)
  const [first] = missing
  if (first !== undefined) {
    const told = missing.map((path) => toldPath(path, base))
    return err(appError('import/path-not-found', { path: toldPath(first, base), paths: told }))
  }
  const known = places.filter((place) => place !== undefined)
  return ok({ read: () => readPlaces(known, standardInput, base), count: () => countPlaces(known) })
}

async function findPlace(path: string): Promise<Place | undefined> {
  if (path === '-') return { kind: 'standard-input' }
  try {
    const about = await stat(path)
    if (about.isDirectory()) return { kind: 'folder', path }
    return about.isFile() ? { kind: 'file', path, size: about.size } : { kind: 'pipe', path }
  } catch (error) {
    // A place that is there but closed to us is a failed item with its reason, not a missing path.
    const code = nativeErrorCode(error)
    return code === 'EACCES' || code === 'EPERM' ? { kind: 'file', path, size: 0 } : undefined
  }
}

async function* readPlaces(
  places: readonly Place[],
  standardInput: AsyncIterable<Uint8Array>,
  base: string | null,
): AsyncGenerator<SourceOrFailure> {
  const visited = new Set<string>()
  for (const place of places) {
    switch (place.kind) {
      case 'standard-input':
        yield { ok: true, source: streamSource('-', standardInput, null) }
        break
      case 'pipe':
        yield { ok: true, source: streamSource(place.path, readPipe(place.path), basename(place.path)) }
        break
      case 'file':
        yield { ok: true, source: fileSource({ ...place, told: toldPath(place.path, base) }) }
        break
      case 'folder':
        yield* readFolder(place.path, { visited, base })
    }
  }
}

interface FolderReading {
  readonly visited: Set<string>
  readonly base: string | null
}

async function* readFolder(folder: string, { visited, base }: FolderReading): AsyncGenerator<SourceOrFailure> {
  const claim: Walk['claim'] = (below, names) =>
    formatsBySign(FORMATS, names).length === 0 ? Promise.resolve(undefined) : bundleOf(below)
  const bundleOf = async (below: string): Promise<FoundBundle | undefined> => {
    const files: BundleFile[] = []
    for await (const found of walkFolder(below)) {
      if (!found.ok || !('size' in found)) continue
      const name = relative(below, found.path).split(sep).join('/')
      files.push({ ...fileSource({ ...found, folder, told: toldPath(found.path, base) }), name })
    }
    const fileName = basename(below)
    return findBundle(FORMATS, { path: toldPath(below, base), fileName, files, container: null })
  }
  for await (const found of walkFolder(folder, { visited, taken: new Set(), claim })) {
    const told = toldPath(found.path, base)
    if (!found.ok)
      yield { ...found, path: told, error: { ...found.error, details: { ...found.error.details, path: told } } }
    // What the bundle leaves is met on the way.
    else if ('bundle' in found) yield { ok: true, bundle: { ...found.bundle, rest: [] } }
    else yield { ok: true, source: fileSource({ ...found, folder, told }) }
  }
}

async function* countPlaces(places: readonly Place[]): AsyncGenerator<number> {
  const visited = new Set<string>()
  let count = 0
  for (const place of places) {
    if (place.kind !== 'folder') {
      yield ++count
      continue
    }
    const sources = readFolder(place.path, { visited, base: null })
    while ((await sources.next()).done !== true) yield ++count
  }
}
