import { performance } from 'node:perf_hooks'
import type { ImportCounts } from '../../src/shared/model/import.ts'
import { answerParent } from '../answer-parent.ts'
import { importPaths, openBenchCore } from '../bench-core.ts'
import { countReasons } from './count-reasons.ts'
import { watchMemory, type MemoryReport } from '../memory.ts'

/** What to bring in, and after how many items the process is to be killed; null = never. */
export interface MixedInput {
  readonly archive: string
  readonly folder: string
  readonly killAfter: number | null
}

/** One import of the folder. */
export interface MixedMeasure {
  readonly counts: ImportCounts
  readonly seconds: number
  readonly memory: MemoryReport
  /** Failures by their code and kind of file. */
  readonly reasons: Readonly<Record<string, number>>
}

answerParent<MixedInput, MixedMeasure>(async ({ archive, folder, killAfter }) => {
  const began = performance.now()
  const core = openBenchCore(archive)
  const watch = watchMemory()
  const report = await importPaths(core, [folder], ({ read }) => {
    // No handler runs: as when the power goes.
    if (killAfter !== null && read >= killAfter) process.kill(process.pid, 'SIGKILL')
  })
  const memory = watch.stop()
  await core.close()
  const { read, added, newVersion, already, linkOnly, failed, items } = report
  const counts = { read, added, newVersion, already, linkOnly, failed }
  return { counts, seconds: (performance.now() - began) / 1000, memory, reasons: countReasons(items) }
})
