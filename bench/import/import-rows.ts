import type { ArchiveStats } from '../../src/shared/model/safekeeping.ts'
import { benchRow, type BenchRow } from '../bench-table.ts'
import type { MemoryReport } from '../memory.ts'
import type { ImportMeasure } from './import-process.ts'

/** Rates of both kinds of source, and the memory of the larger import. */
export function importRows(lines: ImportMeasure, files: ImportMeasure): readonly BenchRow[] {
  const megabytes = (what: string, ours: number): BenchRow => benchRow(`memory, ${what}`, { ours, unit: 'MB' })
  return [
    benchRow('import of JSON lines', { ours: lines.added / lines.seconds, unit: 'articles/s' }),
    benchRow('import of text files', { ours: files.added / files.seconds, unit: 'articles/s' }),
    benchRow("processor time of the core's thread, an article", {
      ours: (1000 * lines.cpu.core) / lines.added,
      unit: 'ms',
    }),
    benchRow('processor time of core and pool, an article', { ours: (1000 * lines.cpu.all) / lines.added, unit: 'ms' }),
    megabytes('at the start', memoryAt(lines.memory, 0)),
    megabytes('in the middle', memoryAt(lines.memory, 0.5)),
    megabytes('at the end', memoryAt(lines.memory, 1)),
    megabytes('peak', lines.memory.peak),
    megabytes("peak heap of the core's thread", lines.coreHeap),
    benchRow('memory, slope', { ours: lines.memory.slope, unit: 'MB/min' }),
  ]
}

/** Resident megabytes at that share of the run's time: of the first sample not before it. */
export function memoryAt({ samples }: MemoryReport, share: number): number {
  const end = samples.at(-1)?.seconds ?? 0
  return samples.find(({ seconds }) => seconds >= share * end)?.megabytes ?? 0
}

/** Bytes of an archive as performance.md counts them. */
export function sizeRows(bytes: ArchiveStats['bytes']): readonly BenchRow[] {
  const withoutIndex = bytes.file - bytes.index
  const megabytes = (count: number): number => count / 1_000_000
  const row = (what: string, ours: number, peer: number): BenchRow =>
    benchRow(what, { ours: megabytes(ours), peer: megabytes(peer), unit: 'MB' })
  return [
    row('archive without index ÷ (text + compressed originals)', withoutIndex, bytes.text + bytes.originals),
    row('index ÷ text', bytes.index, bytes.text),
    row('whole archive ÷ text', bytes.file, bytes.text),
  ]
}
