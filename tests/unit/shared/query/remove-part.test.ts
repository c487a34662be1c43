import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../src/shared/query/parse-query.ts'
import { removePart } from '../../../../src/shared/query/remove-part.ts'
import { addCondition, writeFilter } from '../../../../src/shared/query/write-filter.ts'

const NOW = '2026-11-25T12:00:00.000Z'

const partsOf = (query: string) => parseQuery(query, NOW).parts.filter((part) => part.kind !== 'or')
/** What parts say, whatever their place. */
const saidBy = (query: string) =>
  partsOf(query).map(({ kind, text, sign, field, problem }) => ({ kind, text, sign, field, problem }))

function without(query: string, text: string): string {
  const part = partsOf(query).find((one) => one.text === text)
  if (part === undefined) throw new Error(`no part ${text}`)
  return removePart(query, part)
}

describe('a part is taken out of a query', () => {
  it.each([
    ['"ice core" author:lindqvist -antarctica after:2021', 'antarctica', '"ice core" author:lindqvist after:2021'],
    ['"ice core" author:lindqvist', '"ice core"', 'author:lindqvist'],
    ['ice', 'ice', ''],
    ['ice AND core', 'core', 'ice'],
    ['ice AND core', 'ice', 'core'],
    ['ice AND core AND snow', 'core', 'ice snow'],
    ['ice NOT war', 'war', 'ice'],
    ['ice OR snow', 'snow', 'ice'],
    ['ice OR snow', 'ice', 'snow'],
    ['ice OR snow OR firn', 'snow', 'ice OR firn'],
    ['ice OR snow OR firn', 'firn', 'ice OR snow'],
    ['core (ice OR snow)', 'ice', 'core (snow)'],
    ['core -(ice)', 'ice', 'core'],
    ['core title:(ice)', 'ice', 'core'],
    ['core title:(ice snow) firn', 'ice', 'core title:(snow) firn'],
    ['a ((b)) c', 'b', 'a c'],
    ['a OR (b) OR c', 'b', 'a OR c'],
    ['tag:"a (b) OR c" d', 'd', 'tag:"a (b) OR c"'],
    ['ice "core', '"core', 'ice'],
    ['+ice core', 'ice', 'core'],
  ])('%s without %s is %s', (query, text, expected) => {
    expect(without(query, text)).toBe(expected)
  })

  it('changes nothing of what the other parts mean', () => {
    const word = fc.constantFrom(
      'ice',
      'core',
      '"dust band"',
      'title:ice',
      'by:"M. Lindqvist"',
      'tag:food',
      'core*',
      'ant~1',
    )
    const signed = fc.tuple(fc.constantFrom('', '', '-', '+', 'NOT '), word).map(([sign, text]) => sign + text)
    const { query } = fc.letrec<{ query: string; item: string }>((tie) => ({
      item: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        signed,
        tie('query').map((inner) => `(${inner})`),
      ),
      query: fc
        .array(fc.tuple(tie('item'), fc.constantFrom(' ', ' ', ' OR ', ' AND ')), { minLength: 1, maxLength: 5 })
        .map((items) => items.map(([item, gap], at) => (at === items.length - 1 ? item : item + gap)).join('')),
    }))
    fc.assert(
      fc.property(query, fc.nat(), (text, choice) => {
        const parts = partsOf(text)
        const at = choice % parts.length
        const left = removePart(text, parts[at]!)
        expect(saidBy(left)).toEqual(saidBy(text).filter((_, index) => index !== at))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a condition is written', () => {
  it.each([
    ['tag', 'food', 'tag:food'],
    ['in', 'Northern ice/Chapter 3: dust', 'in:"Northern ice/Chapter 3: dust"'],
    ['tag', 'say "cheese"', 'tag:"say  cheese"'],
    ['tag', '(x)', 'tag:"(x)"'],
  ])('%s %s as %s', (name, value, expected) => {
    expect(writeFilter(name, value)).toBe(expected)
    expect(partsOf(expected)).toMatchObject([{ kind: 'filter', field: name }])
  })

  it('at the end of the query', () => {
    expect(addCondition('', 'tag:food')).toBe('tag:food')
    expect(addCondition('ice ', 'tag:food')).toBe('ice tag:food')
  })
})
