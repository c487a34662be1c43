import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { ImportItemReport, ImportProgress } from '../../../src/shared/model/import.ts'
import { createDryRunStore } from '../../../src/main/import/dry-run-store.ts'
import { createParsePool, type ParsePool } from '../../../src/main/import/pool/parse-pool.ts'
import { runImport, type ImportRunReport, type ImportRunOptions } from '../../../src/main/import/run.ts'
import { aMemoryStore, aSource, aSourceList, tickingClock } from '../../support/import-builders.ts'

const entry = join(import.meta.dirname, '../../support/odd-parse-worker.ts')
const pool: ParsePool = createParsePool({ entry, size: 2, itemSeconds: 5 })
afterAll(() => pool.close())

interface Ran {
  readonly report: ImportRunReport
  readonly items: readonly ImportItemReport[]
  readonly progress: readonly ImportProgress[]
}

async function run(files: Readonly<Record<string, string>>, options: Partial<ImportRunOptions> = {}): Promise<Ran> {
  const items: ImportItemReport[] = []
  const progress: ImportProgress[] = []
  const report = await runImport({
    sources: aSourceList(() => Object.entries(files).map(([name, content]) => aSource(content, name))),
    pool,
    store: aMemoryStore(),
    signal: new AbortController().signal,
    clock: tickingClock(),
    onItem: (item) => items.push(item),
    onProgress: (state) => progress.push(state),
    ...options,
  })
  return { report, items, progress }
}

/** JSON lines of articles by their numbers. */
function rows(from: number, to: number): string {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index)
  return numbers
    .map((id) => JSON.stringify({ id, title: `Title ${String(id)}`, text: `Body ${String(id)}` }))
    .join('\n')
}

const MIXED = {
  'a.txt': 'An article of one line',
  'broken.rtf': '{\\rtf1 …',
  'empty.txt': '',
  'many.jsonl': `${rows(0, 3)}\nnot json\n{"url":"https://example.org/later"}`,
  'worse.txt': 'please exit',
  'z.md': '# A title\n\nA body.',
}

describe('an import run', () => {
  test('gives every item one outcome, in the order of reading, and goes on after failures', async () => {
    const { report, items } = await run(MIXED)
    expect(items.map(({ source, outcome, reason }) => [source, reason?.code ?? outcome])).toEqual([
      ['a.txt', 'added'],
      ['broken.rtf', 'import/unknown-format'],
      ['empty.txt', 'import/empty'],
      ['many.jsonl#0', 'added'],
      ['many.jsonl#1', 'added'],
      ['many.jsonl#2', 'added'],
      ['many.jsonl#4', 'import/malformed'],
      ['many.jsonl#5', 'linkOnly'],
      ['worse.txt', 'import/worker-crashed'],
      ['z.md', 'added'],
    ])
    expect(report).toMatchObject({
      read: 10,
      added: 5,
      failed: 4,
      linkOnly: 1,
      already: 0,
      newVersion: 0,
      stopped: null,
    })
  })

  test('the same import again adds nothing, prepares nothing, and tries failed items once more', async () => {
    const store = aMemoryStore()
    await run(MIXED, { store })
    const prepared: string[] = []
    const watched: ParsePool = {
      ...pool,
      prepare: (draft) => {
        prepared.push(draft.source)
        return pool.prepare(draft)
      },
    }
    const { report, items } = await run(MIXED, { store, pool: watched })
    expect(report).toMatchObject({ read: 10, already: 6, failed: 4, added: 0 })
    expect(items.map(({ source }) => source)).toContain('many.jsonl#2')
    expect(items.find(({ source }) => source === 'many.jsonl#2')?.title).toBe('Title 2')
    expect(prepared).toEqual(['worse.txt'])
  })

  test('a file that grew adds only what is new', async () => {
    const store = aMemoryStore()
    await run({ 'n.jsonl': rows(0, 5) }, { store })
    const { report } = await run({ 'n.jsonl': `${rows(7, 9)}\n${rows(0, 5)}` }, { store })
    expect(report).toMatchObject({ read: 7, added: 2, already: 5 })
  })

  test('stores in batches, gives the rest of a batch again, and keeps the order', async () => {
    const store = aMemoryStore({ batch: 10 })
    const { report, items } = await run({ 'n.jsonl': rows(0, 150) }, { store })
    expect(report.added).toBe(150)
    expect(items.map(({ title }) => title)).toEqual(Array.from({ length: 150 }, (_, id) => `Title ${String(id)}`))
    expect(Math.max(...store.batches)).toBeLessThanOrEqual(128)
    expect(store.batches.length).toBeGreaterThanOrEqual(15)
  })

  test('serves others between two batches', async () => {
    let turns = 0
    const done = new AbortController()
    const other = (async () => {
      while (!done.signal.aborted) {
        await new Promise(setImmediate)
        turns++
      }
    })()
    const store = aMemoryStore({ batch: 5 })
    const seen: number[] = []
    await run(
      { 'n.jsonl': rows(0, 60) },
      {
        store: {
          ...store,
          storeBatch: (items) => {
            seen.push(turns)
            return store.storeBatch(items)
          },
        },
      },
    )
    done.abort()
    await other
    expect(seen.length).toBeGreaterThan(5)
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('a full disk stops the run with its reason, and what was reported stays', async () => {
    const { report, items } = await run({ 'n.jsonl': rows(0, 300) }, { store: aMemoryStore({ disk: 200 }) })
    expect(report.stopped?.code).toBe('storage/disk-full')
    expect(report.added).toBe(items.length)
    expect(report.added).toBeGreaterThan(0)
    expect(report.added).toBeLessThanOrEqual(200)
  })

  test('cancelling stops at once, also while an item hangs, and keeps what is in', async () => {
    const abort = new AbortController()
    const started = Date.now()
    const store = aMemoryStore()
    const files = { 'n.jsonl': rows(0, 70), 'stuck.txt': 'please hang', 'z.txt': 'never' }
    const ran = run(files, { store, signal: abort.signal, onItem: () => undefined })
    while (store.stored.size < 64) await sleep(10)
    abort.abort()
    const { report } = await ran
    expect(Date.now() - started).toBeLessThan(4500)
    expect(report.stopped?.code).toBe('import/cancelled')
    expect(report.read).toBe(store.stored.size)
    const again = await run({ 'n.jsonl': rows(0, 70) }, { store })
    expect(again.report).toMatchObject({ already: store.stored.size - again.report.added, stopped: null })
    expect(store.stored.size).toBe(70)
  })

  test('cancelling does not wait for a source that says nothing', async () => {
    const abort = new AbortController()
    const silent = async function* (): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{"text":"a"}\n')
      await new Promise(() => undefined)
    }
    const source = { ...aSource('', 'slow.jsonl'), head: aSource('{"text":"a"}').head, stream: silent }
    const seen: ImportItemReport[] = []
    const ran = run(
      {},
      {
        sources: aSourceList(() => [source]),
        signal: abort.signal,
        onItem: (item) => {
          seen.push(item)
          abort.abort()
        },
      },
    )
    expect((await ran).report).toMatchObject({ read: 1, stopped: { code: 'import/cancelled' } })
    expect(seen).toHaveLength(1)
  })

  test('tells progress at most ten times a second, and the whole at the end', async () => {
    const { progress, report } = await run({ 'a.txt': 'one', 'n.jsonl': rows(0, 200), 'z.txt': 'two' })
    expect(report.read).toBe(202)
    // The clock moves a millisecond whenever it is asked.
    expect(progress.length).toBeLessThanOrEqual(2 + (report.seconds * 1000) / 100)
    expect(progress.at(-1)).toMatchObject({ read: 202, added: 202, known: 202, current: 'z.txt', remaining: 0 })
    for (const [index, state] of progress.entries()) {
      expect(state.read).toBeGreaterThanOrEqual(progress[index - 1]?.read ?? 0)
      expect(state.known).toBeGreaterThanOrEqual(state.read)
    }
  })

  test('a dry run stores nothing and foretells the outcomes', async () => {
    const store = aMemoryStore()
    await run({ 'a.txt': 'An article of one line' }, { store })
    const dry = createDryRunStore(store.findEarlier)
    const { report } = await run({ ...MIXED, 'copy.md': MIXED['z.md'] }, { store: dry })
    expect(report).toMatchObject({ read: 11, already: 2, added: 4, linkOnly: 1, failed: 4 })
    expect(store.stored.size).toBe(1)
  })
})
