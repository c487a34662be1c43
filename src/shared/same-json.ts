import type { Json, JsonObject } from './json.ts'

/** Whether two JSON values say the same; the order of an object's keys says nothing. */
export function sameJson(one: Json, other: Json): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  if (isList(one) || isList(other)) {
    return (
      isList(one) &&
      isList(other) &&
      one.length === other.length &&
      one.every((value, i) => sameJson(value, other[i] ?? null))
    )
  }
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => sameMember(one, other, key))
}

function sameMember(one: JsonObject, other: JsonObject, key: string): boolean {
  const [left, right] = [one[key], other[key]]
  return left !== undefined && right !== undefined && sameJson(left, right)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** A plain value as JSON; what the types say about it is left behind. */
export function toJson(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json)
}
