import { open, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { nativeErrorCode } from '../../../shared/native-error-code.ts'
import { besidePath } from '../../../shared/text/beside-path.ts'
import type { DraftFile } from '../draft.ts'
import { isNamedAsStyle, MOST_FILE_BYTES, TYPE_BYTES, typeForUse, type FileUse } from './file-use.ts'

/** A file asked for: the page that needs it, the folder that was given to import, the address as the page writes it. */
export interface FileBeside {
  readonly page: string
  readonly folder: string
  readonly address: string
  readonly use: FileUse
}

/**
 * Reads a file that lies beside a page. What a page asks for is not trusted: only a relative address, only a regular
 * file that in truth (links followed) lies in the folder given, and only what by its first bytes is a picture or a font,
 * or, asked for as style, is text.
 */
export async function readFileBeside(wanted: FileBeside): Promise<Omit<DraftFile, 'address'> | null> {
  const name = besidePath(wanted.address)
  if (name === null || (wanted.use === 'style' && !isNamedAsStyle(name, wanted.page))) return null
  try {
    const folder = await realpath(wanted.folder)
    const path = await realpath(join(dirname(wanted.page), name))
    return isInside(path, folder) ? await readFile(path, wanted.use) : null
  } catch (error) {
    if (nativeErrorCode(error) === undefined) throw error
    return null
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

async function readFile(path: string, use: FileUse): Promise<Omit<DraftFile, 'address'> | null> {
  const file = await open(path)
  try {
    const about = await file.stat()
    if (!about.isFile() || about.size === 0 || about.size > MOST_FILE_BYTES[use]) return null
    const head = new Uint8Array(TYPE_BYTES)
    const { bytesRead } = await file.read(head, 0, TYPE_BYTES, 0)
    const mediaType = typeForUse(use, head.subarray(0, bytesRead))
    if (mediaType === null) return null
    const bytes = new Uint8Array(about.size)
    const { bytesRead: all } = await file.read(bytes, 0, bytes.length, 0)
    return { mediaType, bytes: bytes.slice(0, all) }
  } finally {
    await file.close()
  }
}
