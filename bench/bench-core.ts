import { pause } from '../src/main/core/pause.ts'
import { join } from 'node:path'
import type { ImportProgress } from '../src/shared/model/import.ts'
import type { ImportReport, ImportRequest } from '../src/shared/model/job.ts'
import type { Result } from '../src/shared/result.ts'
import { openCore, type Core } from '../src/main/core.ts'

const PARSE_WORKER = join(import.meta.dirname, '../src/main/parse-worker.ts')

/** The real core over an archive, made when there is none. */
export function openBenchCore(file: string): Core {
  const warn = (sentence: string): void => {
    console.error(sentence)
  }
  return expectOk(openCore({ file, create: true, actor: 'cli', parseWorker: PARSE_WORKER, warn }))
}

/** An import of paths into the library that wishes nothing else. */
export function importOf(paths: readonly string[]): ImportRequest {
  return { paths, base: null, collection: [], tags: [], format: null, dryRun: false, report: 'failed' }
}

/** Imports paths as the command line does, and waits for the end. */
export async function importPaths(
  core: Core,
  paths: readonly string[],
  onImport: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportReport> {
  const control = {
    signal: new AbortController().signal,
    pause,
    onProgress: () => undefined,
    onImport,
    resumed: () => Promise.resolve(),
  }
  return expectOk(await core.runners['import.run'](importOf(paths), control))
}

/** A bench has no use for a failure: it ends. */
export function expectOk<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.details)}`)
  return result.value
}
