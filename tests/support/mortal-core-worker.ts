import { parentPort, workerData } from 'node:worker_threads'
import '../../src/main/worker.ts'

// The core's thread, but a search for one word ends it, as a crash of a native module would.
parentPort?.on('message', ({ input }: { readonly input?: { readonly query?: unknown } }) => {
  if (input?.query === 'deadly') process.exit(3)
})

// An archive of this name ends it while it is opened.
if ((workerData as { readonly file: string }).file.includes('deadly')) process.exit(3)
