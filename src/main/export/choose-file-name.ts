import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { nativeErrorCode } from '../../shared/native-error-code.ts'
import { fileNameKey, numberedFileName, safeFileName } from './file-name.ts'

/** Bytes at the beginning of a file among which its own uid is looked for. */
const HEAD = 16_384

/** Chooses a file's name in the folder: by the title, numbered when taken. */
export type ChooseFileName = (title: string, uid: string) => Promise<string>

/**
 * Names for one run of an export. A name is taken when this run gave it away, or when a file of that name lies there
 * that does not speak of the same uid: the same export again replaces its own files and nobody else's.
 */
export function createFileNames(folder: string, extension: string): ChooseFileName {
  const given = new Set<string>()
  // First number of a title that this run has not given away; thousands of articles may be called the same.
  const firstFree = new Map<string, number>()
  return async (title, uid) => {
    const base = fileNameKey(safeFileName(title, extension))
    for (let number = firstFree.get(base) ?? 1; ; number += 1) {
      const name = number === 1 ? safeFileName(title, extension) : numberedFileName(title, number, extension)
      const key = fileNameKey(name)
      if (given.has(key) || (await isForeign(join(folder, name), uid))) continue
      given.add(key)
      if (number === (firstFree.get(base) ?? 1)) firstFree.set(base, number + 1)
      return name
    }
  }
}

async function isForeign(path: string, uid: string): Promise<boolean> {
  const head = await readHead(path)
  return head !== undefined && !head.includes(uid)
}

/** The beginning of a file; undefined when there is none, empty for what cannot be read (a folder). */
async function readHead(path: string): Promise<string | undefined> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD) })
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    return nativeErrorCode(error) === 'ENOENT' ? undefined : ''
  }
}
