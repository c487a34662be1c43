import type { Database } from 'better-sqlite3'
import type { ArticleId, ArticleUid } from '../../shared/model/identity.ts'
import type { ArticleHits } from '../../shared/model/search.ts'
import type { ReadTexts } from '../archive/ports/article-records.ts'
import { wantedTexts, type Condition } from './condition.ts'
import { ftsExpression } from './fts-expression.ts'
import { allPassages, mergeHits } from './passages.ts'
import { createFinders, hitsToShow, markHits } from './mark-hits.ts'

/** Finds every hit of a condition in one article. */
export type FindArticleHits = (uid: ArticleUid, condition: Condition) => ArticleHits

const MOST_MARKS = 1000
const MOST_PASSAGES = 100
const NONE: ArticleHits = { marks: [], passages: [] }
const ARTICLE = `SELECT article.id, coalesce(search_doc.language, 'und') AS language
  FROM article LEFT JOIN search_doc ON search_doc.article = article.id WHERE article.uid = ?`

/** Reads the text of the one article, and nothing when the query has no words. */
export function createArticleHits(database: Database, readTexts: ReadTexts): FindArticleHits {
  const articles = database.prepare<[string], { readonly id: ArticleId; readonly language: string }>(ARTICLE)
  return (uid, condition) => {
    const hasWords = wantedTexts(condition).some((text) => ftsExpression(text, 'article') !== null)
    const article = hasWords ? articles.get(uid) : undefined
    const stored = article === undefined ? undefined : readTexts([article.id]).get(article.id)
    if (article === undefined || stored === undefined) return NONE
    const hits = markHits(stored, article.language, createFinders(condition))
    const marks = mergeHits([...hits.header(), ...hits.body]).slice(0, MOST_MARKS)
    return {
      marks: marks.map(({ start, end }) => [start, end] as const),
      passages: allPassages(stored.text, hitsToShow(hits), MOST_PASSAGES),
    }
  }
}
