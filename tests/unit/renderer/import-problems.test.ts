import { describe, expect, test } from 'vitest'
import { filesOf, groupDecisions, isFailure } from '../../../src/renderer/stores/import-problems.ts'
import { appError } from '../../../src/shared/app-error.ts'
import type { ImportItemReport } from '../../../src/shared/model/import.ts'

function anItem(source: string, facts: Partial<ImportItemReport>): ImportItemReport {
  return { source, outcome: 'added', uid: null, title: null, reason: null, notes: [], ...facts }
}

const failed = (source: string): ImportItemReport =>
  anItem(source, { outcome: 'failed', reason: appError('import/empty') })

describe('what needs a decision', () => {
  test('is grouped by reason, the largest first, with every item and none twice', () => {
    const items = [
      anItem('a', { outcome: 'linkOnly', notes: [{ kind: 'no-article-found', details: {} }] }),
      failed('b'),
      anItem('c', { notes: [{ kind: 'no-date', details: {} }] }),
      failed('d'),
      anItem('e', { outcome: 'already', notes: [{ kind: 'suspected-paywall', details: {} }] }),
    ]
    expect(groupDecisions(items).map(({ reason, examples }) => [reason, examples.map(({ source }) => source)])).toEqual(
      [
        ['import/empty', ['b', 'd']],
        ['link-only', ['a']],
      ],
    )
  })

  test('tells failures, which can be tried again, from what is in', () => {
    expect((['import/empty', 'internal', 'link-only', 'no-article-found'] as const).map(isFailure)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('names each file to try again once, without the key of an item in it', () => {
    expect(filesOf([failed('/in/a.jsonl#4'), failed('/in/a.jsonl#7'), failed('/in/C# notes/b# c.txt')])).toEqual([
      '/in/a.jsonl',
      '/in/C# notes/b# c.txt',
    ])
  })
})
