import { expect, it } from 'vitest'
import {
  addRow,
  countRows,
  createRowSet,
  intersectRows,
  listRows,
  subtractRows,
  uniteRows,
  type RowSet,
} from '../../../src/main/search/row-set.ts'

function setOf(...rows: readonly number[]): RowSet {
  const set = createRowSet(100)
  for (const row of rows) addRow(set, row)
  return set
}

it('holds rows up to its last, each once', () => {
  const set = createRowSet(64)
  expect([1, 31, 32, 63, 64, 1, 96].map((row) => addRow(set, row))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ])
  expect(listRows(set)).toEqual([1, 31, 32, 63, 64])
  expect(countRows(set)).toBe(5)
  expect(listRows(createRowSet(0))).toEqual([])
})

it('joins, shares and subtracts', () => {
  const [odd, low] = [setOf(1, 3, 31, 33, 95), setOf(1, 2, 3, 31, 32)]
  expect(listRows(intersectRows(odd, low))).toEqual([1, 3, 31])
  expect(listRows(uniteRows(odd, low))).toEqual([1, 2, 3, 31, 32, 33, 95])
  expect(listRows(subtractRows(odd, low))).toEqual([33, 95])
  expect(listRows(odd)).toEqual([1, 3, 31, 33, 95])
})
