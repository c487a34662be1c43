import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs work with a folder of its own under the temporary folder; the folder is gone afterwards, also after Ctrl+C. */
export async function withScratch<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-'))
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true })
  }
  const interrupted = (): void => {
    remove()
    process.exit(130)
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    return await work(folder)
  } finally {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', interrupted)
    remove()
  }
}
