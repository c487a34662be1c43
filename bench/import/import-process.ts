import { performance } from 'node:perf_hooks'
import type { ArchiveStats } from '../../src/shared/model/safekeeping.ts'
import { answerParent } from '../answer-parent.ts'
import { expectOk, importPaths, openBenchCore } from '../bench-core.ts'
import { watchMemory, type MemoryReport } from '../memory.ts'

/** What to bring in, and where to. */
export interface ImportInput {
  readonly archive: string
  readonly paths: readonly string[]
}

/** One import, from an opened archive to a closed one. */
export interface ImportMeasure {
  readonly added: number
  readonly failed: number
  readonly seconds: number
  /** Resident memory of core and pool, which are threads of one process. */
  readonly memory: MemoryReport
  /** Most of the JavaScript heap of the core's own thread, in megabytes. */
  readonly coreHeap: number
  /** Processor seconds of the core's thread and of the whole process; steadier than wall-clock time on a busy machine. */
  readonly cpu: { readonly core: number; readonly all: number }
  readonly bytes: ArchiveStats['bytes']
}

answerParent<ImportInput, ImportMeasure>(async ({ archive, paths }) => {
  let coreHeap = 0
  const began = performance.now()
  const core = openBenchCore(archive)
  const watch = watchMemory()
  const report = await importPaths(core, paths, () => {
    coreHeap = Math.max(coreHeap, process.memoryUsage().heapUsed / 1_000_000)
  })
  const memory = watch.stop()
  await core.close()
  const seconds = (performance.now() - began) / 1000
  const cpu = { core: cpuSeconds(process.threadCpuUsage()), all: cpuSeconds(process.cpuUsage()) }
  const { added, failed } = report
  return { added, failed, seconds, memory, coreHeap, cpu, bytes: await readBytes(archive) }
})

async function readBytes(archive: string): Promise<ArchiveStats['bytes']> {
  const core = openBenchCore(archive)
  const { bytes } = expectOk(await core.client.request('archive.stats', {}))
  await core.close()
  return bytes
}

function cpuSeconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000_000
}
