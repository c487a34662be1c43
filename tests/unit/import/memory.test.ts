import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createDryRunStore } from '../../../src/main/import/dry-run-store.ts'
import { createParsePool } from '../../../src/main/import/pool/parse-pool.ts'
import { runImport } from '../../../src/main/import/run.ts'
import { bytesInUse } from '../../support/bytes-in-use.ts'
import { aSource, aSourceList, tickingClock } from '../../support/import-builders.ts'

test('memory stays flat however many items a source has', async () => {
  const pool = createParsePool({ entry: join(import.meta.dirname, '../../support/odd-parse-worker.ts'), size: 1 })
  onTestFinished(() => pool.close())
  const line = (id: number): string => JSON.stringify({ id, text: `Text ${String(id)} `.repeat(50) })
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    for (let id = 0; id < 5000; id++) yield await Promise.resolve(new TextEncoder().encode(`${line(id)}\n`))
  }
  const source = { ...aSource(line(0), 'many.jsonl'), size: null, stream }
  const store = createDryRunStore(() => undefined)
  const measured: number[] = []
  let read = 0
  await runImport({
    sources: aSourceList(() => [source]),
    pool,
    store,
    signal: new AbortController().signal,
    clock: tickingClock(),
    onItem: () => {
      read++
      if (read === 1000 || read === 5000) measured.push(bytesInUse())
    },
    onProgress: () => undefined,
  })
  const [early = 0, late = Infinity] = measured
  // 4 000 items of 5 KB (as drafts, and again as articles) would be 40 MB; the dry run's keys are less than 1 MB.
  expect(late - early).toBeLessThan(5_000_000)
})
