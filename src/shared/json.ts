/** A value that survives JSON, `structuredClone` and a WebSocket alike. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** An object of JSON values. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** Whether a JSON value is an object: neither a list nor null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a JSON value is a list; `Array.isArray` does not narrow a readonly array away. */
export function isJsonList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
