import type { Database } from 'better-sqlite3'
import type { ArticleRecords, ArticleSource } from '../../archive/ports/article-records.ts'
import type { ArticleId } from '../../../shared/model/identity.ts'

/**
 * Adds where an article came from. A source that says nothing (a file without URL or id) leaves no row. One whose
 * service and id are known but whose URL is new is kept as a URL of its own, so that the article is found by either.
 */
export function createAddSource(database: Database): ArticleRecords['addSource'] {
  const known = database.prepare<[ArticleId], ArticleSource>(
    `SELECT service, source_id AS sourceId, url, canonical_url AS canonicalUrl FROM article_source WHERE article = ?`,
  )
  const insert = database.prepare<[ArticleId, string | null, string | null, string | null, string | null]>(
    'INSERT INTO article_source (article, service, source_id, url, canonical_url) VALUES (?, ?, ?, ?, ?)',
  )
  return (_unit, article, source) => {
    const added = whatIsNew(known.all(article), source)
    if (added === undefined) return
    insert.run(article, added.service, added.sourceId, added.url, added.canonicalUrl)
  }
}

function whatIsNew(known: readonly ArticleSource[], source: ArticleSource): ArticleSource | undefined {
  const hasId =
    source.service === null ||
    source.sourceId === null ||
    known.some((row) => row.service === source.service && row.sourceId === source.sourceId)
  const hasNoUrl = source.url === null && source.canonicalUrl === null
  const hasUrl = hasNoUrl || known.some((row) => row.url === source.url && row.canonicalUrl === source.canonicalUrl)
  if (hasId && hasUrl) return undefined
  return hasId ? { ...source, service: null, sourceId: null } : source
}
