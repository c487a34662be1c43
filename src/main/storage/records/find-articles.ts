import type { Database } from 'better-sqlite3'
import type { ArticleRecords, ArticleRef, TitledArticle } from '../../archive/ports/article-records.ts'
import { titleKey } from '../listing/title-key.ts'
import { sha256ToColumn } from '../sha256-column.ts'

type FindArticles = Pick<
  ArticleRecords,
  'findBySource' | 'findByCanonicalUrl' | 'findByTextOnly' | 'findByTitle' | 'find'
>

/** Looks articles up by what identifies them; among several the oldest row answers, every time the same. */
export function createFindArticles(database: Database): FindArticles {
  const bySource = database.prepare<[string, string], ArticleRef>(
    `SELECT a.id, a.uid FROM article_source s JOIN article a ON a.id = s.article
     WHERE s.service = ? AND s.source_id = ?`,
  )
  const byCanonicalUrl = database.prepare<[string], ArticleRef>(
    `SELECT a.id, a.uid FROM article_source s JOIN article a ON a.id = s.article
     WHERE s.canonical_url = ? ORDER BY a.id LIMIT 1`,
  )
  const byTextOnly = database.prepare<[Buffer], ArticleRef>(
    `SELECT a.id, a.uid FROM rendition r
     JOIN version v ON v.id = r.version AND v.current_rendition = r.id
     JOIN article a ON a.id = v.article AND a.current_version = v.id
     WHERE r.text_sha256 = ? AND NOT EXISTS (
       SELECT 1 FROM article_source s
       WHERE s.article = a.id AND (s.service IS NOT NULL OR s.url IS NOT NULL OR s.canonical_url IS NOT NULL)
     )
     ORDER BY a.id LIMIT 1`,
  )
  const byTitle = database.prepare<[string], TitledArticle>(
    `SELECT a.id, a.uid, l.byline FROM article_listing l JOIN article a ON a.id = l.article
     WHERE l.trashed = 0 AND l.title_key = ? ORDER BY a.id LIMIT 20`,
  )
  const byUid = database.prepare<[string], ArticleRef>('SELECT id, uid FROM article WHERE uid = ?')
  return {
    findBySource: (service, sourceId) => bySource.get(service, sourceId),
    findByCanonicalUrl: (url) => byCanonicalUrl.get(url),
    findByTextOnly: (text) => byTextOnly.get(sha256ToColumn(text)),
    findByTitle: (title) => byTitle.all(titleKey(title)),
    find: (uid) => byUid.get(uid),
  }
}
