import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCore, type Core } from '../../src/main/core.ts'
import type { Article, ArticleRow } from '../../src/shared/model/article.ts'
import type { ImportReport } from '../../src/shared/model/job.ts'
import { tempDir } from './temp-dir.ts'
import { valueOf } from './value-of.ts'
import { plainImport } from './plain-import.ts'

const PARSE_WORKER = join(import.meta.dirname, '../../src/main/parse-worker.ts')
const CONTROL = {
  signal: { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined },
  onProgress: () => undefined,
  onImport: () => undefined,
  pause: () => Promise.resolve(),
  resumed: () => Promise.resolve(),
}

/** A core over a new archive; closed with the test. */
export function aCore(): Core {
  const file = join(tempDir(), 'a.offprint')
  const core = valueOf(
    openCore({ file, create: true, actor: 'window', parseWorker: PARSE_WORKER, warn: () => undefined }),
  )
  onTestFinished(() => core.close())
  return core
}

/** Imports a path as the window does, and answers the report with every item. */
export async function importPath(
  core: Core,
  path: string,
  more: { readonly password?: string } = {},
): Promise<ImportReport> {
  const request = { ...plainImport(path, 'all'), ...more }
  return valueOf(await core.runners['import.run'](request, CONTROL))
}

/** Every article outside the Trash, whole, by title. */
export async function articlesOf({ client }: Core): Promise<ReadonlyMap<string, Article>> {
  const request = { query: '', sort: 'added', direction: 'down', limit: 100, offset: 0 } as const
  const rows: readonly ArticleRow[] = valueOf(await client.request('article.list', request)).rows
  const all = await Promise.all(
    rows.map(async ({ uid, title, label }) => {
      const article = valueOf(await client.request('article.get', { uid, version: null }))
      return [title ?? label ?? '', article] as const
    }),
  )
  return new Map(all)
}
