import { open, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { nativeErrorCode } from '../../../shared/native-error-code.ts'
import type { DraftFile } from '../draft.ts'
import { pictureType } from '../picture-type.ts'

/** A picture asked for: the page that shows it, the folder that was given to import, the address as the page writes it. */
export interface PictureBeside {
  readonly page: string
  readonly folder: string
  readonly address: string
}

/** Largest picture taken from beside a page, in bytes. */
export const MOST_PICTURE_BYTES = 20 * 1024 * 1024

/** Bytes that tell what a file is. */
const HEAD = 64

/**
 * Reads a picture that lies beside a page. What a page asks for is not trusted: only a relative address, only a regular
 * file that in truth (links followed) lies in the folder given, and only what by its first bytes is a picture.
 */
export async function readPictureBeside(wanted: PictureBeside): Promise<Omit<DraftFile, 'address'> | null> {
  const name = nameOfAddress(wanted.address)
  if (name === null) return null
  try {
    const folder = await realpath(wanted.folder)
    const path = await realpath(join(dirname(wanted.page), name))
    return isInside(path, folder) ? await readPicture(path) : null
  } catch (error) {
    if (nativeErrorCode(error) === undefined) throw error
    return null
  }
}

/** The path that a relative address means; null for any other address, and for what is no path on some system. */
export function nameOfAddress(address: string): string | null {
  const plain = address.replace(/[?#].*$/s, '')
  if (plain === '' || /^(?:[a-z][a-z\d+.-]*:|\/)/i.test(plain)) return null
  let name: string
  try {
    name = decodeURIComponent(plain)
  } catch {
    name = plain
  }
  return /[\\\0:]/.test(name) || isAbsolute(name) ? null : name
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && !way.startsWith('..') && !isAbsolute(way)
}

async function readPicture(path: string): Promise<Omit<DraftFile, 'address'> | null> {
  const file = await open(path)
  try {
    const about = await file.stat()
    if (!about.isFile() || about.size === 0 || about.size > MOST_PICTURE_BYTES) return null
    const head = new Uint8Array(HEAD)
    const { bytesRead } = await file.read(head, 0, HEAD, 0)
    const mediaType = pictureType(head.subarray(0, bytesRead))
    if (mediaType === null) return null
    const bytes = new Uint8Array(about.size)
    const { bytesRead: all } = await file.read(bytes, 0, bytes.length, 0)
    return { mediaType, bytes: bytes.slice(0, all) }
  } finally {
    await file.close()
  }
}
