import { appError, Failure, type AppError } from '../../../shared/app-error.ts'
import { nativeErrorCode } from '../../../shared/native-error-code.ts'

/**
 * Translates what reading a source threw into the failure that a report shows: an error of the file system, or the
 * failure that a stream carried out. Anything else is a bug and is thrown on.
 */
export function readError(path: string, error: unknown): AppError {
  if (error instanceof Failure) return error.appError
  const cause = nativeErrorCode(error)
  if (cause === undefined) throw error
  return appError('import/not-readable', { path, cause })
}
