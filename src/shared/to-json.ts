import type { Json } from './json.ts'

/** Plain data as JSON: TypeScript does not see that an interface fits `JsonObject`. Undefined reads as null. */
export function toJson(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json)
}
