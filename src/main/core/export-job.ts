import { Failure } from '../../shared/app-error.ts'
import type { Article } from '../../shared/model/article.ts'
import { err, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { JobRunControl, JobRunner } from '../archive/job-runner.ts'
import type { ArticleSearch } from '../archive/ports/article-index.ts'
import { exportMarkdown } from '../export/export-markdown.ts'

/** Articles looked up at once while exporting: enough to be quick, few enough to stay small in memory. */
const PAGE = 100

/**
 * `export.run`: writes the articles that a query chooses, oldest first, a page at a time. An article that cannot be
 * read ends it with the reason; files written before stay.
 */
export function createExportJob(archive: ArchivePorts, search: ArticleSearch): JobRunner<'export.run'> {
  return async ({ query, to, template }, control) => {
    const articles = readArticles(archive, search, { query, control })
    try {
      return await exportMarkdown(articles, { folder: to, template })
    } catch (error) {
      if (error instanceof Failure) return err(error.appError)
      throw error
    }
  }
}

/** @throws Failure what reading the archive failed with: a stream of articles has no other way to say so. */
async function* readArticles(
  archive: ArchivePorts,
  search: ArticleSearch,
  { query, control }: { readonly query: string; readonly control: JobRunControl },
): AsyncGenerator<Article> {
  let offset = 0
  while (!control.signal.aborted) {
    const from = offset
    const page = unwrap(archive.attempt(() => search.list({ query, sort: 'added', limit: PAGE, offset: from })))
    for (const { uid } of page.rows) {
      const article = unwrap(archive.attempt(() => archive.reading.article(uid)))
      if (article !== undefined) yield article
    }
    offset += page.rows.length
    control.onProgress(offset, page.total)
    if (page.rows.length < PAGE) return
    await control.pause()
  }
}

function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Failure(result.error)
  return result.value
}
