import type { Database } from 'better-sqlite3'
import type { ArticleRow } from '../../../shared/model/article.ts'
import type { ArticleId } from '../../../shared/model/identity.ts'
import type { ReadRows } from '../../archive/ports/reading.ts'
import { createOrganisationOf } from './organisation-of.ts'

interface ListedRow extends Omit<ArticleRow, 'tags' | 'collections' | 'starred'> {
  readonly article: ArticleId
  readonly starred: 0 | 1
}

/** Reads list rows with four statements, however many articles are asked for. */
export function createReadRows(database: Database): ReadRows {
  const select = database.prepare<[string], ListedRow>(
    `SELECT l.article, a.uid, l.source_id AS sourceId, l.title, l.label, l.url, l.publication, l.byline, l.published,
       l.added_at AS added, l.language, l.words, l.state, l.starred, l.highlights
     FROM article_listing l JOIN article a ON a.id = l.article
     WHERE l.article IN (SELECT value FROM json_each(?))`,
  )
  const organisationOf = createOrganisationOf(database)
  return (articles) => {
    const listed = new Map(select.all(JSON.stringify(articles)).map((row) => [row.article, row]))
    const organisation = organisationOf(articles)
    return articles.flatMap((id) => {
      const row = listed.get(id)
      return row === undefined ? [] : [toArticleRow(row, organisation.get(id))]
    })
  }
}

function toArticleRow(row: ListedRow, organisation: Pick<ArticleRow, 'tags' | 'collections'> | undefined): ArticleRow {
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
  }
}
