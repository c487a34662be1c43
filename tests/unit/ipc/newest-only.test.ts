import { describe, expect, it } from 'vitest'
import { newestOnly } from '../../../src/main/ipc/newest-only.ts'
import { ok } from '../../../src/shared/result.ts'

describe('one search in flight, the newest waiting', () => {
  it('answers those overtaken at once, and runs the first and the newest', async () => {
    const ran: unknown[] = []
    const dispatch = newestOnly((_, input) => {
      ran.push(input)
      return new Promise((resolve) => setTimeout(resolve, 20, ok(input)))
    })
    const first = dispatch('article.search', 'k')
    await new Promise((resolve) => setTimeout(resolve, 5))
    const answers = await Promise.all([
      first,
      ...['ka', 'kat', 'katz'].map((input) => dispatch('article.search', input)),
    ])
    expect(ran).toEqual(['k', 'katz'])
    expect(answers.map((answer) => (answer.ok ? answer.value : answer.error.code))).toEqual([
      'k',
      'ipc/superseded',
      'ipc/superseded',
      'katz',
    ])
  })

  it('runs requests that come one after the other', async () => {
    const dispatch = newestOnly((_, input) => Promise.resolve(ok(input)))
    expect(await dispatch('a', 1)).toEqual(ok(1))
    expect(await dispatch('a', 2)).toEqual(ok(2))
  })
})
