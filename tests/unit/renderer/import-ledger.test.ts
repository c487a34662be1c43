import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ledgerOf } from '../../../src/renderer/stores/import-ledger.ts'

const NONE = { added: 0, newVersion: 0 }

describe('the ledger of an import', () => {
  test('counts what is in with a remark among the decisions and nowhere else', () => {
    const counts = { read: 20, added: 10, newVersion: 3, already: 4, linkOnly: 2, failed: 1 }
    expect(ledgerOf({ ...counts, doubtful: { added: 2, newVersion: 1 } }, 25)).toEqual({
      found: 25,
      added: 8,
      newVersion: 2,
      already: 4,
      decisions: 6,
      waiting: 5,
      unaccounted: 0,
      kept: 15,
    })
  })

  test('waits for nothing once everything was read', () => {
    const counts = { read: 1, added: 1, newVersion: 0, already: 0, linkOnly: 0, failed: 0 }
    expect(ledgerOf({ ...counts, doubtful: NONE }, null)).toMatchObject({ found: 1, waiting: 0, unaccounted: 0 })
  })

  test('says openly when an item has no outcome', () => {
    const counts = { read: 3, added: 1, newVersion: 0, already: 0, linkOnly: 0, failed: 0 }
    expect(ledgerOf({ ...counts, doubtful: NONE }, 5).unaccounted).toBe(2)
  })

  test('always adds up, whatever was read and however many are known by then', () => {
    const count = fc.nat({ max: 100_000 })
    fc.assert(
      fc.property(fc.tuple(count, count, count, count, count), fc.option(count), fc.nat(), (numbers, known, part) => {
        const [added, newVersion, already, linkOnly, failed] = numbers
        const read = numbers.reduce((all, one) => all + one, 0)
        const doubtful = { added: part % (added + 1), newVersion: part % (newVersion + 1) }
        const ledger = ledgerOf({ read, added, newVersion, already, linkOnly, failed, doubtful }, known)
        const lines = [ledger.added, ledger.newVersion, ledger.already, ledger.decisions, ledger.waiting]
        expect(lines.reduce((all, one) => all + one, 0)).toBe(ledger.found)
        expect(lines.every((line) => line >= 0)).toBe(true)
        expect(ledger.unaccounted).toBe(0)
        expect(ledger.found).toBeGreaterThanOrEqual(read)
      }),
    )
  })
})
