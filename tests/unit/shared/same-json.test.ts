import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/shared/json.ts'
import { sameJson } from '../../../src/shared/same-json.ts'
import { toJson } from '../../../src/shared/to-json.ts'

const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }).map((value) => toJson(value))

describe('the same JSON', () => {
  it('is any value and its copy', () => {
    fc.assert(fc.property(json, (value) => sameJson(value, structuredClone(value))))
  })

  it('does not depend on the order of keys, at any depth', () => {
    fc.assert(fc.property(json, (value) => sameJson(value, withKeysReversed(value))))
  })

  it.each<[string, Json, Json]>([
    ['a list and an object with the same members', ['a'], { 0: 'a' }],
    ['null and an empty object', null, {}],
    ['a missing member and a null one', {}, { a: null }],
    ['members of other names', { a: null }, { b: null }],
    ['a list and its beginning', [1, 2], [1]],
    ['a list in another order', [1, 2], [2, 1]],
    ['a number and its text', 1, '1'],
    ['a difference deep inside', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
  ])('is not %s', (_, one, other) => {
    expect(sameJson(one, other)).toBe(false)
    expect(sameJson(other, one)).toBe(false)
  })
})

describe('plain data as JSON', () => {
  it('leaves members out that are undefined, and reads undefined itself as null', () => {
    expect(toJson({ kept: 1, gone: undefined })).toEqual({ kept: 1 })
    expect(toJson(undefined)).toBeNull()
  })
})

function withKeysReversed(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withKeysReversed)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value as Readonly<Record<string, Json>>).toReversed()
  return Object.fromEntries(members.map(([key, member]) => [key, withKeysReversed(member)]))
}
