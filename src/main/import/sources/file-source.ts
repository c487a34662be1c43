import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { appError } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { ImportSource } from '../format.ts'
import { HEAD_BYTES, MAX_ITEM_BYTES } from '../limits.ts'
import { readFileBeside } from './file-beside.ts'
import { readError } from './read-error.ts'

/** Where a file lies that is to be a source. */
export interface FilePlace {
  readonly path: string
  /** In bytes, when it was looked at. */
  readonly size: number
  /** The folder that was given; its own by default. */
  readonly folder?: string
  /** What it is called in reports; its path by default. */
  readonly told?: string
}

/** A regular file as a source; nothing is opened before it is asked for, and no handle stays open. */
export function fileSource({ path, size, folder = dirname(path), told = path }: FilePlace): ImportSource {
  // A small file is read once, for its head and its bytes alike: opening costs more than reading.
  let whole: Uint8Array | undefined
  const head = async (): Promise<Result<Uint8Array>> => {
    const read = await readStart({ path, told }, HEAD_BYTES)
    if (read.ok && read.value.length < HEAD_BYTES) whole = read.value
    return read
  }
  const bytes = async (limit = MAX_ITEM_BYTES): Promise<Result<Uint8Array>> => {
    if (whole !== undefined) return ok(whole)
    const read = await readStart({ path, told }, limit + 1, size)
    if (!read.ok || read.value.length <= limit) return read
    return err(appError('import/too-large', { path: told, size: Math.max(size, read.value.length), limit }))
  }
  return {
    path: told,
    fileName: basename(path),
    size,
    filePath: path,
    head,
    bytes,
    stream: () => createReadStream(path),
    fileBeside: (address, use) => readFileBeside({ page: path, folder, address, use }),
  }
}

/**
 * At most `limit` bytes from the start. The size expected is only a first guess: the file may grow while we read. The
 * answer has a buffer of its own, exactly as long, so that it can be sent to a pool thread without what lies around it.
 */
async function readStart(
  { path, told }: Required<Pick<FilePlace, 'path' | 'told'>>,
  limit: number,
  expected = 0,
): Promise<Result<Uint8Array>> {
  try {
    const file = await open(path)
    try {
      let buffer = new Uint8Array(Math.min(limit, Math.max(expected + 1, HEAD_BYTES)))
      let filled = 0
      for (;;) {
        const { bytesRead } = await file.read(buffer, filled, buffer.length - filled)
        filled += bytesRead
        if (bytesRead === 0 || filled === limit) return ok(buffer.slice(0, filled))
        if (filled === buffer.length) buffer = grow(buffer, limit)
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    return err(readError(told, error))
  }
}

function grow(buffer: Uint8Array<ArrayBuffer>, limit: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(limit, buffer.length * 2))
  larger.set(buffer)
  return larger
}
