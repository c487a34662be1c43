import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { join } from 'node:path'
import { openCore } from '../../src/main/core.ts'
import { pause } from '../../src/main/core/pause.ts'
import type { RebuildDerivedReport } from '../../src/shared/model/rebuild.ts'
import { answerParent } from '../answer-parent.ts'
import { expectOk } from '../bench-core.ts'
import { watchMemory, type MemoryReport } from '../memory.ts'

/** An archive to rebuild by the changed extractor; stopped after `stopAfter` versions, null = never. */
export interface RebuildInput {
  readonly archive: string
  readonly stopAfter: number | null
}

/** One `rebuild --derived`, with what others would feel of it. */
export interface RebuildMeasure {
  readonly report: RebuildDerivedReport
  readonly seconds: number
  readonly memory: MemoryReport
  /** Times that progress was told, and whether the total was known each time. */
  readonly progress: number
  readonly total: number | null
  /** Longest time in milliseconds in which the core could answer nothing else. */
  readonly longestBlock: number
}

const WORKER = join(import.meta.dirname, 'changed-parse-worker.ts')

answerParent<RebuildInput, RebuildMeasure>(async ({ archive, stopAfter }) => {
  const warn = (sentence: string): void => {
    console.error(sentence)
  }
  const core = expectOk(openCore({ file: archive, create: false, actor: 'cli', parseWorker: WORKER, warn }))
  const stopping = new AbortController()
  const delays = monitorEventLoopDelay({ resolution: 5 })
  const watch = watchMemory()
  let [progress, total] = [0, null as number | null]
  const began = performance.now()
  delays.enable()
  const report = expectOk(
    await core.runners['archive.rebuild-derived'](
      {},
      {
        signal: stopping.signal,
        pause,
        onProgress: (done, of) => {
          progress++
          total = of
          if (stopAfter !== null && done >= stopAfter) stopping.abort()
        },
        onImport: () => undefined,
        resumed: () => Promise.resolve(),
      },
    ),
  )
  const seconds = (performance.now() - began) / 1000
  delays.disable()
  const memory = watch.stop()
  await core.close()
  return { report, seconds, memory, progress, total, longestBlock: delays.max / 1e6 }
})
