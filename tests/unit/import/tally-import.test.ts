import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createImportTally } from '../../../src/main/import/tally-import.ts'
import { appError } from '../../../src/shared/app-error.ts'
import { IMPORT_OUTCOMES, type ImportItemReport } from '../../../src/shared/model/import.ts'
import type { ItemNoteKind } from '../../../src/shared/model/item-note.ts'

function anItem(source: string, facts: Partial<ImportItemReport>): ImportItemReport {
  return { source, outcome: 'added', uid: null, title: null, reason: null, notes: [], ...facts }
}

const NOTES: readonly ItemNoteKind[] = ['suspected-paywall', 'encoding-guessed', 'no-date', 'missing-image']

const someItem = fc.record({
  path: fc.constantFrom('/in/a', '/in/ab', '/in/c.jsonl', '/elsewhere'),
  below: fc.constantFrom('', '/x.txt', '#4', 'x'),
  outcome: fc.constantFrom(...IMPORT_OUTCOMES),
  notes: fc.array(fc.constantFrom(...NOTES), { maxLength: 3 }),
})

describe('the tally of an import', () => {
  test('counts every item that needs a decision once, by its gravest reason', () => {
    const tally = createImportTally(['/in'])
    tally.add(anItem('/in/1', { notes: [{ kind: 'encoding-guessed', details: {} }] }))
    tally.add(anItem('/in/2', { outcome: 'failed', reason: appError('import/empty') }))
    tally.add(anItem('/in/3', { outcome: 'linkOnly', notes: [{ kind: 'no-article-found', details: {} }] }))
    tally.add(anItem('/in/4', { outcome: 'failed', reason: appError('import/empty') }))
    tally.add(anItem('/in/5', { notes: [{ kind: 'no-date', details: {} }] }))
    const both = [
      { kind: 'encoding-guessed' as const, details: {} },
      { kind: 'suspected-paywall' as const, details: {} },
    ]
    tally.add(anItem('/in/6', { outcome: 'newVersion', notes: both }))
    const { decisions, doubtful } = tally.current()
    expect(decisions.map(({ reason, count }) => [reason, count])).toEqual([
      ['import/empty', 2],
      ['encoding-guessed', 1],
      ['link-only', 1],
      ['suspected-paywall', 1],
    ])
    expect(doubtful).toEqual({ added: 1, newVersion: 1 })
  })

  test('tells a folder from another whose name begins the same', () => {
    const tally = createImportTally(['/in/a', '/in/ab'])
    tally.add(anItem('/in/a/x.txt', {}))
    tally.add(anItem('/in/ab/x.txt', {}))
    tally.add(anItem('/in/ab/y.txt', {}))
    expect(tally.current().sources.map(({ path, read }) => [path, read])).toEqual([
      ['/in/a', 1],
      ['/in/ab', 2],
    ])
  })

  test('adds up by source and by reason whatever comes', () => {
    fc.assert(
      fc.property(fc.array(someItem), (items) => {
        const tally = createImportTally(['/in/a', '/in/ab', '/in/c.jsonl'])
        for (const { path, below, outcome, notes } of items) {
          const reason = outcome === 'failed' ? appError('import/empty') : null
          tally.add(anItem(path + below, { outcome, reason, notes: notes.map((kind) => ({ kind, details: {} })) }))
        }
        const { doubtful, decisions, sources } = tally.current()
        const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
        const lost = items.filter(({ outcome }) => outcome === 'failed' || outcome === 'linkOnly').length
        expect(sum(sources.map(({ read }) => read))).toBe(items.length)
        expect(sum(sources.map((source) => source.doubtful.added))).toBe(doubtful.added)
        expect(sum(decisions.map(({ count }) => count))).toBe(lost + doubtful.added + doubtful.newVersion)
        expect(decisions.every(({ count, examples }) => examples.length === Math.min(count, 3))).toBe(true)
      }),
    )
  })
})
