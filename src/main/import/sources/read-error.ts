import { appError, type AppError } from '../../../shared/app-error.ts'
import { nativeErrorCode } from '../../../shared/native-error-code.ts'

/** Translates an error of the file system into the failure that a report shows; anything else is a bug and is thrown on. */
export function readError(path: string, error: unknown): AppError {
  const cause = nativeErrorCode(error)
  if (cause === undefined) throw error
  return appError('import/not-readable', { path, cause })
}
