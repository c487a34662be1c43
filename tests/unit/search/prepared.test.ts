import { expect, it } from 'vitest'
import { prepared } from '../../../src/main/search/prepared.ts'
import { openWorld } from './support/search-world.ts'

it('prepares the same words once for each connection, and forgets when there are too many', () => {
  const [one, other] = [openWorld(), openWorld()]
  const first = prepared(one, 'SELECT 1')
  expect(prepared(one, 'SELECT 1')).toBe(first)
  expect(prepared(other, 'SELECT 1')).not.toBe(first)
  for (let number = 0; number < 200; number += 1) prepared(one, `SELECT ${String(number)} AS n`).get()
  expect(prepared(one, 'SELECT 1')).not.toBe(first)
  expect(prepared(one, 'SELECT 1 AS n').get()).toEqual({ n: 1 })
})
