import { appError, type AppError } from '../../shared/app-error.ts'
import { nativeErrorCode } from '../../shared/native-error-code.ts'

/** What a failed write means for a person; a failure that no file system gives is thrown on, for it is a bug. */
export function translateWriteError(error: unknown, path: string): AppError {
  const code = nativeErrorCode(error)
  if (code === undefined) throw error
  if (code === 'ENOSPC' || code === 'EDQUOT') return appError('storage/disk-full', { path })
  return appError('export/not-writable', { path, reason: code })
}
