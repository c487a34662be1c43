import type { Database } from 'better-sqlite3'
import type { TextField } from '../../shared/model/query.ts'
import type { ArticleId } from '../../shared/model/identity.ts'
import type { ReadTexts, StoredText } from '../archive/ports/article-records.ts'
import { prepared } from './prepared.ts'

/** Where texts are read from. */
export interface SearchedTexts {
  readonly database: Database
  readonly readTexts: ReadTexts
}

interface Facts {
  readonly article: ArticleId
  readonly title: string | null
  readonly standfirst: string | null
  readonly byline: string | null
}

const FACTS = `SELECT article, title, standfirst, byline FROM article_listing
  WHERE article IN (SELECT value FROM json_each(?))`

/** Those of the articles in which no text of a field (null = any) passes a test; bodies first, as most that pass do so there. */
export function articlesWithout(
  { database, readTexts }: SearchedTexts,
  articles: readonly ArticleId[],
  field: TextField | null,
  holds: (text: string) => boolean,
): readonly ArticleId[] {
  const left = field === 'title' || field === 'byline' ? articles : withoutInBody(readTexts(articles), articles, holds)
  if (left.length === 0) return []
  const facts = prepared<[string], Facts>(database, FACTS).all(JSON.stringify(left))
  const holding = facts.filter((one) => headOf(one, field).some((text) => text !== null && holds(text)))
  const found = new Set(holding.map(({ article }) => article))
  return left.filter((article) => !found.has(article))
}

function withoutInBody(
  texts: ReadonlyMap<ArticleId, StoredText>,
  articles: readonly ArticleId[],
  holds: (text: string) => boolean,
): readonly ArticleId[] {
  return articles.filter((article) => {
    const text = texts.get(article)
    return text === undefined || !holds(bodyOf(text))
  })
}

function headOf({ title, standfirst, byline }: Facts, field: TextField | null): readonly (string | null)[] {
  if (field === 'title') return [title]
  if (field === 'byline') return [byline]
  return field === 'body' ? [standfirst] : [title, standfirst, byline]
}

/** The text without its header, as the index's column `body` holds it. */
function bodyOf(stored: StoredText): string {
  let body = ''
  let from = 0
  for (const part of stored.parts) {
    if (part.kind !== 'header') continue
    body += `${stored.text.slice(from, part.start)}\n`
    from = part.end
  }
  return body + stored.text.slice(from)
}
