import { Failure } from '../../shared/app-error.ts'
import type { Article } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { err, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { JobRunControl, JobRunner } from '../archive/job-runner.ts'
import type { ArticleSearch } from '../archive/ports/article-index.ts'
import { selectArticles } from '../archive/select-articles.ts'
import { exportMarkdown } from '../export/export-markdown.ts'

/**
 * `export.run`: writes the articles of a selection, one after the other. An article that cannot be read ends it with
 * the reason; files written before stay.
 */
export function createExportJob(archive: ArchivePorts, search: ArticleSearch): JobRunner<'export.run'> {
  return async ({ selection, to, template }, control) => {
    const chosen = archive.attempt(() => selectArticles(search, selection))
    if (!chosen.ok) return chosen
    const articles = readArticles(archive, chosen.value, control)
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
  uids: readonly ArticleUid[],
  control: JobRunControl,
): AsyncGenerator<Article> {
  for (const [index, uid] of uids.entries()) {
    if (control.signal.aborted) return
    const article = unwrap(archive.attempt(() => archive.reading.article(uid)))
    // One that was deleted for ever since it was chosen is not there to export.
    if (article !== undefined) yield article
    control.onProgress(index + 1, uids.length)
    await control.pause()
  }
}

function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Failure(result.error)
  return result.value
}
