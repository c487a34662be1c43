import type { Database } from 'better-sqlite3'
import type { ArticleId, ArticleUid } from '../../../shared/model/identity.ts'
import type { GroupedArticle, ProposedPairs } from '../../../shared/model/near-duplicate.ts'
import { createReadRows } from './read-rows.ts'

interface PairRow {
  readonly article: ArticleId
  readonly articleUid: ArticleUid
  readonly other: ArticleId
  readonly otherUid: ArticleUid
  readonly similarity: number
}

/** Articles in the Trash wait for no decision. */
const PROPOSED = `FROM near_duplicate_pair p JOIN article a ON a.id = p.article JOIN article o ON o.id = p.other
  WHERE p.status = 'proposed' AND a.trashed_at IS NULL AND o.trashed_at IS NULL`

/** Reads the pairs that wait for a decision, as the list shows articles. */
export function createReadProposedPairs(database: Database): (limit: number) => ProposedPairs {
  const select = database.prepare<[number], PairRow>(
    `SELECT a.id AS article, a.uid AS articleUid, o.id AS other, o.uid AS otherUid, p.similarity ${PROPOSED}
     ORDER BY p.similarity DESC, p.article, p.other LIMIT ?`,
  )
  const count = database.prepare<[], number>(`SELECT count(*) ${PROPOSED}`).pluck()
  const readRows = createReadRows(database)
  return (limit) => {
    const found = select.all(limit)
    const ids = [...new Set(found.flatMap(({ article, other }) => [article, other]))]
    const rows = new Map(readRows(ids).map((row) => [row.uid, row]))
    const pairs = found.flatMap(({ articleUid, otherUid, similarity }) => {
      const [article, other] = [rows.get(articleUid), rows.get(otherUid)]
      return article === undefined || other === undefined ? [] : [{ article, other, similarity }]
    })
    return { pairs, total: count.get() ?? 0 }
  }
}

/** Reads the articles that a person grouped with one. */
export function createReadGrouped(database: Database): (article: ArticleId) => readonly GroupedArticle[] {
  const select = database.prepare<[{ article: ArticleId }], GroupedArticle>(
    `SELECT a.uid, ifnull(l.title, l.label) AS title
     FROM near_duplicate_pair p JOIN article a ON a.id = iif(p.article = @article, p.other, p.article)
     LEFT JOIN article_listing l ON l.article = a.id
     WHERE (p.article = @article OR p.other = @article) AND p.status = 'grouped' AND a.trashed_at IS NULL
     ORDER BY a.id`,
  )
  return (article) => select.all({ article })
}
