import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { appError } from '../../../shared/app-error.ts'
import { nativeErrorCode } from '../../../shared/native-error-code.ts'
import { err, ok, type Result } from '../../../shared/result.ts'

/** Writes a PDF under a temporary name beside it first: under its own name stands the whole file, or what stood there. */
export async function writePdf(path: string, bytes: Uint8Array): Promise<Result<null>> {
  const temporary = join(dirname(path), `.offprint-${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    return ok(null)
  } catch (error) {
    await rm(temporary, { force: true })
    const code = nativeErrorCode(error)
    if (code === undefined) throw error
    if (code === 'ENOSPC' || code === 'EDQUOT') return err(appError('storage/disk-full', { path }))
    return err(appError('export/not-writable', { path, reason: code }))
  }
}
