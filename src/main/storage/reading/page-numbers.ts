import { readJsonColumn } from '../json-column.ts'

/**
 * Selects the numbers of the pages of its article that a version `v` holds, as JSON in any order: its own, those of the
 * versions that it joins, or none when it came whole.
 */
export const PAGE_NUMBERS = `CASE WHEN json_type(v.parameters, '$.pages') = 'array'
  THEN (SELECT json_group_array(json_extract(p.parameters, '$.page.number'))
    FROM json_each(v.parameters, '$.pages') e JOIN version p ON p.uid = e.value)
  WHEN json_type(v.parameters, '$.page.number') = 'integer' THEN json_array(json_extract(v.parameters, '$.page.number'))
  ELSE '[]' END`

/** Those numbers in order. */
export function readPageNumbers(column: string): readonly number[] {
  const numbers = readJsonColumn(column)
  return Array.isArray(numbers) ? numbers.filter((one) => typeof one === 'number').toSorted((a, b) => a - b) : []
}
