import { describe, expect, it } from 'vitest'
import { dropCondition, hasCondition } from '../../../../src/shared/query/find-condition.ts'

describe('a condition in a query', () => {
  it.each([
    ['ice tag:food', 'tag:food'],
    ['tag:food', 'tag:food'],
    ['ice after:2021 -snow before:2023', 'after:2021 before:2023'],
    ['ice in:"Northern ice/Chapter 3" core', 'in:"Northern ice/Chapter 3"'],
    ['is:unread ice', 'is:unread'],
  ])('is found: %s has %s', (query, condition) => {
    expect(hasCondition(query, condition)).toBe(true)
    expect(hasCondition(dropCondition(query, condition), condition)).toBe(false)
  })

  it.each([
    ['ice tag:foods', 'tag:food'],
    ['ice food', 'tag:food'],
    ['ice after:2021', 'after:2021 before:2023'],
    ['', 'tag:food'],
    ['ice OR tag:food', 'tag:food'],
    ['(ice tag:food) OR core', 'tag:food'],
    ['ice -tag:food', 'tag:food'],
  ])('is not: %s has no %s', (query, condition) => {
    expect(hasCondition(query, condition)).toBe(false)
    expect(dropCondition(query, condition)).toBe(query)
  })

  it('is dropped with nothing else', () => {
    expect(dropCondition('ice after:2021 -snow before:2023 core', 'after:2021 before:2023')).toBe('ice -snow core')
    expect(dropCondition('(ice OR tag:food) tag:food core', 'tag:food')).toBe('(ice OR tag:food) core')
  })
})
