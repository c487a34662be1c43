/** A value that survives JSON, `structuredClone` and a WebSocket alike. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** An object of JSON values. */
export interface JsonObject {
  readonly [key: string]: Json
}
