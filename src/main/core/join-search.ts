import type { ArticleSearch } from '../archive/ports/article-index.ts'
import type { Clock } from '../archive/ports/clock.ts'
import { createArticleSearch } from '../search/article-search.ts'
import type { ArchiveConnection } from '../storage/open-archive.ts'
import { createReadRows } from '../storage/reading/read-rows.ts'
import { createReadTexts } from '../storage/records/stored-texts.ts'

/** The searching side over any connection. */
export function joinSearch(database: ArchiveConnection['database'], clock: Clock): ArticleSearch {
  const readTexts = createReadTexts(database)
  const readRows = createReadRows(database)
  return createArticleSearch({ database, readTexts, readRows, now: clock })
}
