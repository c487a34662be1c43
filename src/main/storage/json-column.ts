import type { Json, JsonObject } from '../../shared/json.ts'

/** A JSON column's value; the schema's CHECK holds that it is JSON. */
export function readJsonColumn(column: string): Json {
  return JSON.parse(column) as Json
}

/** A JSON column that should hold an object; anything else reads as an empty one. */
export function readJsonObject(column: string): JsonObject {
  const value = readJsonColumn(column)
  return isJsonObject(value) ? value : {}
}

/** Whether a JSON value is an object. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
