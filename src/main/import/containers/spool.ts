import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { appError, Failure } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { ImportSource } from '../format.ts'
import { readError } from '../sources/read-error.ts'
import { MAX_SPOOLED_BYTES } from './limits.ts'

/** A copy of a source in a file that only this program sees. */
export interface SpooledFile {
  readonly path: string
  readonly remove: () => Promise<void>
}

/**
 * Copies a source that can only be read from front to back (a pipe, a ZIP inside a ZIP) into a scratch folder of its own,
 * so that it can be read anywhere. The name is ours: nothing of the source becomes a path.
 */
export async function spool(source: ImportSource): Promise<Result<SpooledFile>> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-import-'))
  const path = join(folder, 'container')
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    await pipeline(limited(source), createWriteStream(path, { mode: 0o600, flags: 'wx' }))
    return ok({ path, remove })
  } catch (error) {
    await remove()
    return err(readError(source.path, error))
  }
}

async function* limited(source: ImportSource): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of source.stream()) {
    size += piece.length
    if (size > MAX_SPOOLED_BYTES) {
      throw new Failure(appError('import/too-large', { path: source.path, size, limit: MAX_SPOOLED_BYTES }))
    }
    yield piece
  }
}
