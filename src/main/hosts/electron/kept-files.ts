import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { appError } from '../../../shared/app-error.ts'
import type { KeptFile } from '../../../shared/ipc/electron-bridge.ts'
import type { Nothing } from '../../../shared/model/nothing.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Scratch } from '../scratch.ts'
import { uploadPath } from '../upload-path.ts'

/** A file that the window hands over with its bytes, before anything of it was looked at. */
export interface HandedFile {
  readonly name: unknown
  readonly bytes: unknown
  /** The folder that the first file's answer named; null = a new one. */
  readonly folder: unknown
}

/** Files that have no place on the disk (pasted text, a picture dragged from a browser), kept for an import. */
export interface KeptFiles {
  readonly keep: (file: HandedFile) => Promise<Result<KeptFile>>
  /** Removes the files of one giving. */
  readonly forget: (folder: string) => Promise<Result<Nothing>>
}

/** Keeps files in folders of `scratch`, and nowhere else whatever their names say. */
export function createKeptFiles(scratch: Scratch): KeptFiles {
  /** Places that are taken, by folder. */
  const folders = new Map<string, Set<string>>()

  /** Where a file of these names goes; a second one of the same names goes into a folder of its own. */
  const placeFor = (names: readonly string[], said: unknown): KeptFile | null => {
    const folder = said === null ? scratch.newFolder() : typeof said === 'string' && folders.has(said) ? said : null
    if (folder === null) return null
    const taken = folders.get(folder) ?? new Set()
    const wanted = join(folder, ...names)
    const path = taken.has(wanted) ? join(folder, String(taken.size), ...names) : wanted
    folders.set(folder, taken.add(path))
    return { folder, path }
  }

  return {
    keep: async ({ name, bytes, folder: said }) => {
      const names = typeof name === 'string' ? uploadPath(name) : null
      if (names === null || !(bytes instanceof Uint8Array)) return refused('its name')
      try {
        const found = placeFor(names, said)
        if (found === null) return err(appError('host/upload-not-found'))
        await mkdir(dirname(found.path), { recursive: true, mode: 0o700 })
        await writeFile(found.path, bytes, { flag: 'wx', mode: 0o600 })
        return ok(found)
      } catch (error) {
        const { code = 'the disk' } = error as NodeJS.ErrnoException
        return code === 'ENOSPC' || code === 'EDQUOT' ? err(appError('host/upload-no-space')) : refused(code)
      }
    },
    forget: async (folder) => {
      if (!folders.delete(folder)) return err(appError('host/upload-not-found'))
      await rm(folder, { recursive: true, force: true })
      return ok({})
    },
  }
}

function refused(cause: string): Result<never> {
  return err(appError('host/upload-failed', { cause }))
}
