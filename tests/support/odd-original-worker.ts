import { parentPort } from 'node:worker_threads'
import type { StoredOriginal } from '../../src/main/originals/show-original.ts'

// A thread of originals that answers, never ends, or dies, as the original says.
parentPort?.on('message', ({ mediaType }: StoredOriginal) => {
  if (mediaType === 'endless') for (;;);
  if (mediaType === 'deadly') throw new Error('as told')
  parentPort?.postMessage({ ok: true, value: { html: mediaType, resources: [] } })
})
