import { expect, it } from 'vitest'
import { normalize } from '../../../src/main/search/normalize.ts'
import { segmentUnits } from '../../../src/main/search/segment-units.ts'
import { unitsOf } from '../../../src/main/search/run-units.ts'
import { pairsOfQuery } from '../../../src/main/search/query-pairs.ts'
import { parseQuery } from '../../../src/shared/query/parse-query.ts'

it.each([
  ['น้ำท่วมกรุงเทพ', ['น้ำ', 'ท่วม', 'กรุงเทพ']],
  ['ພາສາລາວ', ['ພາສາ', 'ລາວ']],
  ['ไทย', ['ไทย']],
])('cuts %s into words of whole units', (run, words) => {
  const units = unitsOf(normalize(run))
  expect(segmentUnits(units).map((word) => word.join(''))).toEqual(words.map(normalize))
})

it('lifts articles that hold the words of a Thai question whole, and neighbours a little', () => {
  const { root } = parseQuery('น้ำท่วม', '2026-01-01T00:00:00.000Z')
  expect(pairsOfQuery(root, ['th']).map(({ fts, weight }) => [fts, weight])).toEqual([
    [normalize('"น้ำท่ ท่ว วม"'), 0.25],
    ['"ท่ว วม"', 1],
  ])
})
