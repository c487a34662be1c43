import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/shared/error-code.ts'
import { problemsOf, SCHEMAS } from './support/answer-schemas.ts'

type Node = Readonly<Record<string, unknown>>

/** Every schema inside a schema that describes an object. */
function objectSchemas(value: unknown): readonly Node[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(objectSchemas)
  return 'type' in value && value.type === 'object' ? [value, ...inner] : inner
}

/** Objects whose fields depend on what they tell about. */
const OPEN = /^Facts that|^Versions of/

describe('the schemas of resources/schemas', () => {
  it.each([...SCHEMAS])('%s allows no field it does not name, and wants every field it names', (_name, schema) => {
    for (const object of objectSchemas(schema)) {
      if (OPEN.test(String(object['description']))) continue
      if (object['maxProperties'] === 0) continue
      expect(object['additionalProperties']).toBe(false)
      expect(object['required']).toEqual(Object.keys(object['properties'] as Node))
    }
  })

  it.each([...SCHEMAS])('%s says which dialect it is written in and what it describes', (name, schema) => {
    const dialect = 'https://json-schema.org/draft/2020-12/schema'
    expect(schema).toMatchObject({
      $schema: dialect,
      $id: `${name}.json`,
      title: expect.stringMatching(/\w/) as string,
    })
  })

  it('list every code that an error may have', () => {
    const { $defs } = SCHEMAS.get('common') as { readonly $defs: { readonly error: Node } }
    expect($defs.error).toMatchObject({ properties: { code: { enum: ERROR_CODES } } })
  })

  it('refuse an answer with a field too many, one too few, or of another kind', () => {
    const undone = {
      gesture: '01a2061b-f5f4-70fc-88ce-d76bdc05906c',
      at: '2026-11-23T01:53:45.460Z',
      kinds: ['import'],
      changes: 1,
    }
    const { kinds, ...without } = undone
    expect(problemsOf('undo', { ...without, kinds })).toEqual([])
    expect(problemsOf('undo', { ...undone, more: 1 })).toHaveLength(1)
    expect(problemsOf('undo', without)).toHaveLength(1)
    expect(problemsOf('undo', { ...undone, changes: '1' })).toHaveLength(1)
    expect(problemsOf('undo', { ...undone, at: 'yesterday' })).not.toEqual([])
    expect(problemsOf('undo', { ...undone, gesture: 'x' })).toHaveLength(1)
  })
})
