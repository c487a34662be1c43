import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startWorkerThread } from '../src/main/hosts/browser/worker-thread.ts'
import { openCoreThreads, type OpenCore } from '../src/main/hosts/open-core.ts'
import { expectOk } from './bench-core.ts'

/** The built program: sources would bring the compiler that strips their types into every thread. */
const ENTRY = join(import.meta.dirname, '../out/main/worker.js')

/** Ends a bench that wants the built program before it has measured anything. */
export function expectBuilt(): void {
  if (!existsSync(ENTRY)) throw new Error('the built program is missing: npm run build')
}

/** Opens an archive that is there, in the threads of the built program. */
export async function openBuiltThreads(file: string): Promise<OpenCore> {
  const options = { startThread: startWorkerThread, entry: ENTRY, file, create: false, onLost: () => undefined }
  return expectOk(await openCoreThreads(options))
}
