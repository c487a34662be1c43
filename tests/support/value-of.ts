import type { AppError } from '../../src/shared/app-error.ts'
import type { Result } from '../../src/shared/result.ts'

/** The value of a result that must be a success; the test fails with the error's code and details otherwise. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(`expected a success: ${JSON.stringify(result.error)}`)
}

/** The error of a result that must be a failure. */
export function errorOf(result: Result<unknown>): AppError {
  if (!result.ok) return result.error
  throw new Error('expected a failure')
}
