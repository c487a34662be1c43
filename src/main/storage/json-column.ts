import { appError, Failure } from '../../shared/app-error.ts'
import { isJsonObject, type Json, type JsonObject } from '../../shared/json.ts'

/**
 * The value of a JSON column, of the type that was written there.
 *
 * @throws Failure `storage/damaged` for what is no JSON: the schema checks it on writing, so a byte was changed since.
 */
export function readJsonColumn(column: string): unknown {
  try {
    return JSON.parse(column)
  } catch {
    throw new Failure(appError('storage/damaged', { kind: 'json' }))
  }
}

/** A JSON column that should hold an object; anything else reads as an empty one. */
export function readJsonObject(column: string): JsonObject {
  const value = readJsonColumn(column) as Json
  return isJsonObject(value) ? value : {}
}
