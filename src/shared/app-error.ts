import type { ErrorCode } from './error-code.ts'
import type { ErrorDetail } from './error-detail.ts'
import type { Json, JsonObject } from './json.ts'

/**
 * An expected failure as plain data, so that it crosses every process border unchanged (Electron keeps only the
 * message of a thrown error). `details` fill the sentences of `error-messages.ts`.
 */
export interface AppError {
  readonly code: ErrorCode
  readonly details: JsonObject
}

/** Details that every word of a code can be filled from; more may be given for programs to read. */
export type ErrorDetails<Code extends ErrorCode> = JsonObject & Readonly<Record<ErrorDetail<Code>, Json>>

type DetailsArgument<Code extends ErrorCode> =
  ErrorDetail<Code> extends never ? [details?: JsonObject] : [details: ErrorDetails<Code>]

/** Makes an expected failure. The details that its words speak of must be given. */
export function appError<Code extends ErrorCode>(code: Code, ...[details = {}]: DetailsArgument<Code>): AppError {
  return { code, details }
}

/**
 * Carries an `AppError` out of work whose only way back is to throw (a unit of work, which rolls back; a stream that
 * another consumes). Whoever began the work turns it into a `Result` again.
 */
export class Failure extends Error {
  readonly appError: AppError

  constructor(error: AppError) {
    super(error.code)
    this.name = 'Failure'
    this.appError = error
  }
}
