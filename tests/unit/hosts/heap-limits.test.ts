import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ResourceLimits } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { startWorkerThread } from '../../../src/main/hosts/browser/worker-thread.ts'
import { openCoreThreads } from '../../../src/main/hosts/open-core.ts'
import type { HeapLimits } from '../../../src/main/hosts/thread.ts'
import { tempDir } from '../../support/temp-dir.ts'

/** Limits that a thread says it has. */
async function limitsWith(heap: HeapLimits): Promise<ResourceLimits> {
  const entry = join(tempDir(), 'tell.mjs')
  writeFileSync(
    entry,
    `import { parentPort, resourceLimits } from 'node:worker_threads'
parentPort.postMessage(resourceLimits)
parentPort.on('message', () => undefined)`,
  )
  const thread = startWorkerThread(entry, { heap })
  onTestFinished(thread.end)
  return new Promise((resolve) => {
    thread.onMessage((message) => {
      resolve(message as ResourceLimits)
    })
  })
}

test('a thread has the limits that it is started with, and V8’s own where none is said', async () => {
  expect(await limitsWith({ old: 256, young: 6 })).toMatchObject({
    maxOldGenerationSizeMb: 256,
    maxYoungGenerationSizeMb: 6,
  })
  const young = await limitsWith({ young: 12 })
  expect(young.maxYoungGenerationSizeMb).toBe(12)
  expect(young.maxOldGenerationSizeMb).toBeGreaterThan(1000)
})

test('the young generation of every thread of the core is bounded', () => {
  const heaps: (HeapLimits | undefined)[] = []
  // Nobody answers, so it never comes back.
  void openCoreThreads({
    startThread: (_entry, { heap }) => {
      heaps.push(heap)
      const nothing = (): void => undefined
      return { postMessage: nothing, onMessage: nothing, onExit: nothing, end: () => Promise.resolve() }
    },
    entry: 'worker.js',
    file: 'a.offprint',
    create: false,
    onLost: () => undefined,
  })
  expect(heaps.map((heap) => heap?.young)).toEqual([12, 6])
})
