import type { Actor } from '../../shared/model/gesture.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { JobRunner } from '../archive/job-runner.ts'
import { organiseInSteps } from '../archive/organise-in-steps.ts'
import type { ArticleSearch } from '../archive/ports/article-index.ts'
import { selectArticles } from '../archive/select-articles.ts'

/** `article.organise`: one action on every article of a selection, which is resolved now. */
export function createOrganiseJob(
  archive: ArchivePorts,
  search: ArticleSearch,
  actor: Actor,
): JobRunner<'article.organise'> {
  return async ({ selection, action }, control) => {
    const chosen = archive.attempt(() => selectArticles(search, selection))
    return chosen.ok ? organiseInSteps(archive, actor, { articles: chosen.value, action }, control) : chosen
  }
}
