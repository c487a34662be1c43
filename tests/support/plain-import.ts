import type { ImportRequest } from '../../src/shared/model/job.ts'

/** Wishes of an import that wishes nothing: one path into the library, its format found out. */
export function plainImport(path: string, report: ImportRequest['report']): ImportRequest {
  return { paths: [path], base: null, collection: [], tags: [], format: null, dryRun: false, report }
}
