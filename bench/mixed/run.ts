import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportCounts } from '../../src/shared/model/import.ts'
import { benchRow, type BenchOptions, type BenchRow, type BenchTable } from '../bench-table.ts'
import { inProcess } from '../in-process.ts'
import { withScratch } from '../scratch.ts'
import { makeMixedFiles } from './make-files.ts'
import type { MixedInput, MixedMeasure } from './mixed-process.ts'
import { DATA } from './real-samples.ts'

/** Files by default. */
const FILES = 12_000
/** Share of them after which the first run is killed. */
const KILLED_AT = 0.4

/** Imports a folder of mixed formats: killed, continued to its end, and once more from the start. */
export async function run({ size }: BenchOptions): Promise<BenchTable | undefined> {
  if (!existsSync(DATA)) {
    console.error('The real files are not beside this checkout; nothing was measured.')
    return undefined
  }
  const files = size ?? FILES
  return withScratch(async (scratch) => {
    const [folder, archive] = [join(scratch, 'files'), join(scratch, 'mixed.offprint')]
    makeMixedFiles(folder, files)
    const killAfter = Math.round(files * KILLED_AT)
    const killed = await measure({ archive, folder, killAfter }).then(
      () => false,
      () => true,
    )
    if (!killed) throw new Error('the first run came to its end before it was killed')
    const continued = await measure({ archive, folder, killAfter: null })
    const again = await measure({ archive, folder, killAfter: null })
    return tableOf(files, continued, again)
  })
}

function measure(input: MixedInput): Promise<MixedMeasure> {
  return inProcess<MixedInput, MixedMeasure>(new URL('./mixed-process.ts', import.meta.url), input)
}

function tableOf(files: number, continued: MixedMeasure, again: MixedMeasure): BenchTable {
  const items = (what: string, ours: number): BenchRow => benchRow(what, { ours, unit: 'items' })
  const { counts, memory, seconds } = continued
  const fresh = counts.added + counts.newVersion + counts.linkOnly
  return {
    title: `Import of ${String(files)} files of mixed formats, killed after ${String(Math.round(KILLED_AT * 100))} %`,
    rows: [
      items('continued: read', counts.read),
      items('continued: added', counts.added),
      items('continued: new version', counts.newVersion),
      items('continued: already in', counts.already),
      items('continued: links', counts.linkOnly),
      items('continued: failed', counts.failed),
      items('continued: read less all outcomes', counts.read - sumOf(counts)),
      benchRow('continued: new articles', { ours: fresh / seconds, unit: 'items/s' }),
      benchRow('continued: memory, peak', { ours: memory.peak, unit: 'MB' }),
      benchRow('continued: memory, slope', { ours: memory.slope, unit: 'MB/min' }),
      items('again: read', again.counts.read),
      items('again: new', again.counts.added + again.counts.newVersion + again.counts.linkOnly),
      items('again: read less all outcomes', again.counts.read - sumOf(again.counts)),
      benchRow('again', { ours: again.counts.read / again.seconds, unit: 'items/s' }),
    ],
    notes: [
      'Every run in a process of its own; the first is ended by SIGKILL, of the second the slope is that of its second half.',
      `Failed: ${
        Object.entries(continued.reasons)
          .map(([code, count]) => `${code} ${String(count)}`)
          .join(', ') || 'none'
      }.`,
    ],
  }
}

function sumOf({ added, newVersion, already, linkOnly, failed }: ImportCounts): number {
  return added + newVersion + already + linkOnly + failed
}
