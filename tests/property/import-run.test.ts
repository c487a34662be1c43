import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { ImportItemReport } from '../../src/shared/model/import.ts'
import { createParsePool } from '../../src/main/import/pool/parse-pool.ts'
import { runImport, type ImportRunReport } from '../../src/main/import/run.ts'
import { aMemoryStore, aSource, aSourceList, tickingClock } from '../support/import-builders.ts'

const pool = createParsePool({ entry: join(import.meta.dirname, '../support/odd-parse-worker.ts'), size: 2 })
afterAll(() => pool.close())

type Store = ReturnType<typeof aMemoryStore>

async function run(
  files: readonly (readonly [string, string])[],
  store: Store,
  signal = new AbortController().signal,
): Promise<{ readonly report: ImportRunReport; readonly items: readonly ImportItemReport[] }> {
  const items: ImportItemReport[] = []
  const report = await runImport({
    sources: aSourceList(() => files.map(([name, content]) => aSource(content, name, 4096))),
    pool,
    store,
    signal,
    clock: tickingClock(),
    onItem: (item) => items.push(item),
    onProgress: () => undefined,
  })
  return { report, items }
}

const row = fc.oneof(
  fc.record({ id: fc.nat(30), text: fc.lorem() }).map((value) => JSON.stringify(value)),
  fc.record({ url: fc.webUrl() }).map((value) => JSON.stringify(value)),
  fc.constantFrom('{"text":', '[]', '{"text":5}', '{"text":"please throw"}'),
)
const file = fc.oneof(
  fc.lorem().map((text) => ['a.txt', text] as const),
  fc.constantFrom(
    ['bad.pdf', '%PDF-1.4'] as const,
    ['empty.txt', ''] as const,
    ['throws.txt', 'please throw'] as const,
  ),
  fc.array(row, { minLength: 1, maxLength: 40 }).map((rows) => ['n.jsonl', rows.join('\n')] as const),
)
const files = fc.array(file, { maxLength: 12 })

function expectedItems(all: readonly (readonly [string, string])[]): number {
  return all.reduce((sum, [name, content]) => sum + (name === 'n.jsonl' ? content.split('\n').length : 1), 0)
}

test('whatever comes in, every item has one outcome, in order, and the outcomes sum up', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 64 }), async (all, batch) => {
      const { report, items } = await run(all, aMemoryStore({ batch }))
      const { read, added, newVersion, already, linkOnly, failed } = report
      expect(read).toBe(expectedItems(all))
      expect(added + newVersion + already + linkOnly + failed).toBe(read)
      expect(items).toHaveLength(read)
      expect(items.every(({ outcome, reason }) => (outcome === 'failed') === (reason !== null))).toBe(true)
      const order = items.map(({ source }) => source.replace(/#.*/, ''))
      const expected = all.flatMap(([name, content]) =>
        Array.from({ length: expectedItems([[name, content]]) }, () => name),
      )
      expect(order).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

test('stopped anywhere and run again, the same is in as after one run, and nothing twice', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.nat(30), async (all, stopAfter) => {
      const whole = aMemoryStore()
      await run(all, whole)
      const store = aMemoryStore({ batch: 5 })
      const abort = new AbortController()
      let stored = 0
      const stopping: Store = {
        ...store,
        storeBatch: (items) => {
          stored += items.length
          if (stored > stopAfter) abort.abort()
          return store.storeBatch(items)
        },
      }
      const first = await run(all, stopping, abort.signal)
      const second = await run(all, store)
      expect([...store.stored.keys()].sort()).toEqual([...whole.stored.keys()].sort())
      expect(second.report.failed + second.report.already + second.report.added + second.report.linkOnly).toBe(
        second.report.read,
      )
      expect(first.report.added + first.report.linkOnly + second.report.added + second.report.linkOnly).toBe(
        whole.stored.size,
      )
    }),
    { numRuns: 25 },
  )
})
