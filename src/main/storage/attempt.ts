import { Failure } from '../../shared/app-error.ts'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'
import { translateError } from './translate-error.ts'

/**
 * Runs `work` and turns what can be expected to fail (a `Failure`, an error of SQLite or of the file system) into a
 * value; anything else is a bug and goes on being thrown. `file` is named in the error.
 */
export function attempt<Value>(file: string, work: () => Value): Result<Value> {
  try {
    return ok(work())
  } catch (error) {
    return err(expected(error, file))
  }
}

/** The same for work that waits. */
export async function attemptAsync<Value>(file: string, work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return ok(await work())
  } catch (error) {
    return err(expected(error, file))
  }
}

function expected(error: unknown, file: string) {
  const failure = error instanceof Failure ? error.appError : translateError(error, file)
  if (failure === undefined) throw error
  return failure
}
