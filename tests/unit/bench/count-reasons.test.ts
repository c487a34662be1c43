import { expect, test } from 'vitest'
import { countReasons } from '../../../bench/mixed/count-reasons.ts'
import { appError, type AppError } from '../../../src/shared/app-error.ts'
import type { ImportItemReport } from '../../../src/shared/model/import.ts'

function anItem(source: string, reason: AppError | null): ImportItemReport {
  return { source, outcome: reason === null ? 'added' : 'failed', uid: null, title: null, reason, notes: [] }
}

const empty = appError('import/empty')
const malformed = appError('import/malformed', { path: 'a', reason: 'damaged' })

test('failures are counted by code and kind of file, most first; what did not fail is not', () => {
  const items = [
    anItem('a/one.mhtml', empty),
    anItem('a/two.warc#https://example.org/page.html', malformed),
    anItem('a/three.warc', malformed),
    anItem('a/four', empty),
    anItem('a/five.txt', null),
  ]
  expect(Object.entries(countReasons(items))).toEqual([
    ['import/malformed .warc', 2],
    ['import/empty .mhtml', 1],
    ['import/empty (no ending)', 1],
  ])
})
