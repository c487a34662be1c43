import { expect, it } from 'vitest'
import { cleanMarks, cleanName } from '../../../../src/main/import/steps/clean-names.ts'

it('names have no control characters, and none is longer than a list can show', () => {
  expect(cleanName(' a\u0000b\u001b[31m ')).toBe('ab[31m')
  expect(cleanName('\u0000')).toBeNull()
  expect(cleanName('x'.repeat(5_000_000))).toHaveLength(5_000)
  expect(cleanName(`${'x'.repeat(4_999)}😀`)?.isWellFormed()).toBe(true)
})

it('collections of a source are at most 64 inside one another', () => {
  const path = Array<string>(10_000).fill('in')
  const marks = { state: 'unread', starred: false, tags: ['\u0007'], collections: [path] } as never
  expect(cleanMarks(marks)).toMatchObject({ tags: [], collections: [path.slice(0, 64)] })
})
