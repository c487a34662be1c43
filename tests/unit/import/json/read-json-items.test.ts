import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../../src/shared/app-error.ts'
import { readJsonItems } from '../../../../src/main/import/json/read-json-items.ts'
import { aSource } from '../../../support/import-builders.ts'

async function items(text: string, piece = 3): Promise<unknown[]> {
  const read: unknown[] = []
  try {
    for await (const { member, number, bytes } of readJsonItems(aSource(text, 'a.json', piece).stream(), 'a.json')) {
      read.push([member, number, JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()))])
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    read.push(error.appError.code)
  }
  return read
}

describe('the items of a JSON document', () => {
  test('are the elements of its list', async () => {
    expect(await items('\ufeff [ {"a": [1, {"b": "]},:\\""}]}, "x" , 2, null,[]\n]')).toEqual([
      ['', 1, { a: [1, { b: ']},:"' }] }],
      ['', 2, 'x'],
      ['', 3, 2],
      ['', 4, null],
      ['', 5, []],
    ])
  })

  test('are the elements of the lists in its object, and its other members', async () => {
    expect(await items('{"v": 1, "list":[{"a":1},{"b":[2]}], "o": {"x": [1]}, "none": [], "last": "y"}')).toEqual([
      ['v', 0, 1],
      ['list', 1, { a: 1 }],
      ['list', 2, { b: [2] }],
      ['o', 0, { x: [1] }],
      ['last', 0, 'y'],
    ])
  })

  test('of a document that breaks off are given up to there', async () => {
    expect(await items('[{"a":1},{"b":')).toEqual([['', 1, { a: 1 }], 'import/malformed'])
    for (const text of ['', 'words', '"text"', 'x [1]', ',']) expect(await items(text)).toEqual(['import/malformed'])
  })

  test('are all there, whatever they are and wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(2),
        async (list, piece, indent) => {
          const read = await items(JSON.stringify(list, null, indent), piece)
          expect(read).toEqual(
            list.map((value, index) => ['', index + 1, JSON.parse(JSON.stringify(value)) as unknown]),
          )
        },
      ),
    )
  })
})
