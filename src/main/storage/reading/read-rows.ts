import type { Database } from 'better-sqlite3'
import type { ArticleRow } from '../../../shared/model/article.ts'
import type { ArticleId } from '../../../shared/model/identity.ts'
import type { ReadRows } from '../../archive/ports/reading.ts'
import { sha256FromColumn } from '../sha256-column.ts'
import { createExcerptsOf } from './excerpts-of.ts'
import { createForeEdgesOf } from './fore-edges-of.ts'
import { createOrganisationOf, type Organisation } from './organisation-of.ts'

interface ListedRow extends Omit<
  ArticleRow,
  'tags' | 'collections' | 'starred' | 'excerpt' | 'leadImage' | 'foreEdge' | 'direction'
> {
  readonly article: ArticleId
  readonly starred: 0 | 1
  readonly direction: ArticleRow['direction'] | null
  readonly leadImage: Uint8Array | null
}

/** What is read of a page's articles beside their rows of the listing. */
type Beside = Pick<ArticleRow, 'excerpt' | 'foreEdge'> & { readonly organisation: Organisation | undefined }

/** Reads list rows with seven statements, however many articles are asked for. */
export function createReadRows(database: Database): ReadRows {
  const select = database.prepare<[string], ListedRow>(
    `SELECT l.article, a.uid, l.source_id AS sourceId, l.title, l.label, l.url, l.publication, l.byline, l.published,
       l.added_at AS added, l.language, l.words, l.state, l.starred, l.highlights, l.standfirst,
       l.media_type AS mediaType, r.direction, b.sha256 AS leadImage
     FROM article_listing l JOIN article a ON a.id = l.article
     LEFT JOIN version v ON v.id = a.current_version LEFT JOIN rendition r ON r.id = v.current_rendition
     LEFT JOIN blob b ON b.id = r.lead_image
     WHERE l.article IN (SELECT value FROM json_each(?))`,
  )
  const organisationOf = createOrganisationOf(database)
  const foreEdgesOf = createForeEdgesOf(database)
  const excerptsOf = createExcerptsOf(database)
  return (articles) => {
    const listed = new Map(select.all(JSON.stringify(articles)).map((row) => [row.article, row]))
    const organisation = organisationOf(articles)
    const edges = foreEdgesOf(articles)
    const excerpts = excerptsOf(articles)
    return articles.flatMap((id) => {
      const row = listed.get(id)
      const foreEdge = edges.get(id) ?? { read: 0, flags: [] }
      const beside = { organisation: organisation.get(id), foreEdge, excerpt: excerpts.get(id) ?? null }
      return row === undefined ? [] : [toArticleRow(row, beside)]
    })
  }
}

function toArticleRow(row: ListedRow, { organisation, foreEdge, excerpt }: Beside): ArticleRow {
  return {
    uid: row.uid,
    sourceId: row.sourceId,
    title: row.title,
    label: row.label,
    url: row.url,
    publication: row.publication,
    byline: row.byline,
    published: row.published,
    added: row.added,
    language: row.language,
    words: row.words,
    state: row.state,
    starred: row.starred === 1,
    tags: organisation?.tags ?? [],
    collections: organisation?.collections ?? [],
    highlights: row.highlights,
    excerpt,
    standfirst: row.standfirst,
    direction: row.direction ?? 'ltr',
    leadImage: row.leadImage === null ? null : sha256FromColumn(row.leadImage),
    mediaType: row.mediaType,
    foreEdge,
  }
}
