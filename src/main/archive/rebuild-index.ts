import type { ArticleId } from '../../shared/model/identity.ts'
import type { RebuildIndexReport } from '../../shared/model/rebuild.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { indexArticle } from './index-article.ts'
import type { JobControl } from './job-control.ts'

/** Articles of one transaction, as many as an import's. */
const PAGE = 128

/** Empties the index and the list rows and makes them again from the articles, and the links of notes from the notes; nothing else is touched. */
export async function rebuildIndex(ports: ArchivePorts, control: JobControl): Promise<Result<RebuildIndexReport>> {
  const cleared = ports.attempt(() =>
    ports.transact((unit) => {
      ports.index.clear(unit)
      ports.reading.rebuildLinks(unit)
    }),
  )
  if (!cleared.ok) return cleared
  let after = 0 as ArticleId
  let articles = 0
  let complete = false
  while (!control.signal.aborted) {
    const page = ports.attempt(() => indexPage(ports, after))
    if (!page.ok) return page
    const last = page.value.at(-1)
    complete = last === undefined
    if (last === undefined) break
    after = last
    articles += page.value.length
    control.onProgress(articles, null)
    await control.pause()
  }
  const sealed = ports.attempt(() =>
    ports.transact((unit) => {
      if (complete) ports.index.optimise(unit)
      ports.history.seal(unit, 'rebuild.index', '', { articles, complete })
    }),
  )
  return sealed.ok ? ok({ articles, complete }) : sealed
}

function indexPage(ports: ArchivePorts, after: ArticleId): readonly ArticleId[] {
  return ports.transact((unit) => {
    const page = ports.reading.articleIdsAfter(after, PAGE)
    for (const article of page) {
      ports.reading.refreshListing(unit, article)
      indexArticle(ports, unit, article)
    }
    return page
  })
}
