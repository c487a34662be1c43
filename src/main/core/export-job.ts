import type { Article } from '../../shared/model/article.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { JobRunControl, JobRunner } from '../archive/job-runner.ts'
import type { ArticleSearch } from '../archive/ports/article-index.ts'
import { exportMarkdown } from '../export/export-markdown.ts'

/** Articles looked up at once while exporting: enough to be quick, few enough to stay small in memory. */
const PAGE = 100

/** `export.run`: writes the articles that a query chooses, oldest first, a page at a time. */
export function createExportJob(archive: ArchivePorts, search: ArticleSearch): JobRunner<'export.run'> {
  return (request, control) =>
    exportMarkdown(readArticles(archive, search, { query: request.query, control }), {
      folder: request.to,
      template: request.template,
    })
}

async function* readArticles(
  archive: ArchivePorts,
  search: ArticleSearch,
  { query, control }: { readonly query: string; readonly control: JobRunControl },
): AsyncGenerator<Article> {
  let offset = 0
  while (!control.signal.aborted) {
    const page = search.list({ query, sort: 'added', limit: PAGE, offset })
    for (const { uid } of page.rows) {
      const article = archive.reading.article(uid)
      if (article !== undefined) yield article
    }
    offset += page.rows.length
    control.onProgress(offset, page.total)
    if (page.rows.length < PAGE) return
    await control.pause()
  }
}
