import { isJsonList, type Json, type JsonObject } from './json.ts'

/** Whether two JSON values say the same; the order of an object's keys says nothing. */
export function sameJson(one: Json, other: Json): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  if (isJsonList(one) || isJsonList(other)) {
    return (
      isJsonList(one) &&
      isJsonList(other) &&
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
