import type { Actor } from '../../shared/model/gesture.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { JobRunner } from '../archive/job-runner.ts'
import { organiseArticles } from '../archive/organise-articles.ts'
import type { ArticleSearch } from '../archive/ports/article-index.ts'
import { selectArticles } from '../archive/select-articles.ts'

/** `article.organise`: one action on every article of a selection. */
export function createOrganiseJob(
  archive: ArchivePorts,
  search: ArticleSearch,
  actor: Actor,
): JobRunner<'article.organise'> {
  return ({ selection, action }) => {
    const chosen = archive.attempt(() => selectArticles(search, selection))
    return Promise.resolve(chosen.ok ? organiseArticles(archive, actor, chosen.value, action) : chosen)
  }
}
