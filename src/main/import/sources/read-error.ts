import { appError, type AppError } from '../../../shared/app-error.ts'

/** Translates an error of the file system into the failure that a report shows; anything else is a bug and is thrown on. */
export function readError(path: string, error: unknown): AppError {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error
  return appError('import/not-readable', { path, cause: error.code })
}
