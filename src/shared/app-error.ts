import type { ErrorCode } from './error-code.ts'
import type { JsonObject } from './json.ts'

/**
 * An expected failure as plain data, so that it crosses every process border unchanged (Electron keeps only the
 * message of a thrown error). `details` fill the sentences of `error-messages.ts`.
 */
export interface AppError {
  readonly code: ErrorCode
  readonly details: JsonObject
}

/** Makes an expected failure. */
export function appError(code: ErrorCode, details: JsonObject = {}): AppError {
  return { code, details }
}

/**
 * Carries an `AppError` out of a synchronous unit of work, whose only way back is to throw: the transaction rolls
 * back, and the use case that opened it turns the failure into a `Result` again.
 */
export class Failure extends Error {
  readonly appError: AppError

  constructor(error: AppError) {
    super(error.code)
    this.name = 'Failure'
    this.appError = error
  }
}
