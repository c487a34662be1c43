import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'
import type { ReadTexts, StoredText } from '../archive/ports/article-records.ts'
import { tokensOfLanguage, wordTokens } from './analyse.ts'
import type { TextCondition } from './condition.ts'
import { ftsExpression, quoteTokens, type Side } from './fts-expression.ts'
import type { WrongRows } from './hit-source.ts'
import { languagesExactFor } from './languages/registry.ts'
import { phrasePattern, plainText } from './plain-text.ts'
import { phraseTokens, type TokenRow } from './query-tokens.ts'
import { placeTokens, type PlacedToken } from './text-tokens.ts'
import { prepared } from './prepared.ts'

/** Places of a row of tokens in a text, as index of the first token. */
export function findTokenRow(placed: readonly PlacedToken[], { tokens, prefix }: TokenRow): readonly number[] {
  const [first] = tokens
  const last = tokens.length - 1
  const fits = (at: number): boolean =>
    tokens.every((token, offset) => {
      const found = placed[at + offset]?.token
      return found === token || (prefix && offset === last && found?.startsWith(token) === true)
    })
  const places: number[] = []
  for (let at = 0; at + last < placed.length; at++) {
    if (first !== undefined && (placed[at]?.token === first || last === 0) && fits(at)) places.push(at)
  }
  return places
}

/** Makes the test whether a text holds a phrase word for word; case and marks do not matter, word forms do. */
export function createPhraseTest(phrase: TokenRow): (text: string) => boolean {
  const pattern = phrase.prefix ? undefined : phrasePattern(phrase.tokens)
  return (text) => {
    const plain = pattern === undefined ? undefined : plainText(text)
    if (plain !== undefined && pattern !== undefined) return pattern.test(plain)
    return findTokenRow(placeTokens(text, tokensOfLanguage('und')), phrase).length > 0
  }
}

interface Facts {
  readonly article: ArticleId
  readonly title: string | null
  readonly standfirst: string | null
  readonly byline: string | null
}

/** Texts read at once while a phrase is checked; bounds memory, not the number of candidates. */
const BATCH = 200

/**
 * Finds the rows that a phrase's stems match and its words do not. Every candidate's text is read once a query, which
 * is what exact totals cost; `bound` is an expression all hits must match as well, to keep candidates few.
 */
export function createWrongRows(database: Database, readTexts: ReadTexts, phrases: readonly BoundPhrase[]): WrongRows {
  const known = new Map<string, readonly number[]>()
  return (fts, side) => {
    const key = `${side} ${fts}`
    const earlier = known.get(key)
    if (earlier !== undefined) return earlier
    const phrase = phrases.find((one) => one.condition.fts === fts)
    const found = phrase === undefined ? [] : wrongRows(database, readTexts, phrase, side)
    known.set(key, found)
    return found
  }
}

/** A phrase and what all its hits must match besides, by side. */
export interface BoundPhrase {
  readonly condition: TextCondition
  readonly bound: Readonly<Record<Side, string | null>>
}

function wrongRows(database: Database, readTexts: ReadTexts, phrase: BoundPhrase, side: Side): readonly number[] {
  const own = ftsExpression(phrase.condition, side)
  if (typeof own !== 'string') return []
  const row = phraseTokens(phrase.condition.phrase ?? '', wordTokens('und'))
  const holds = createPhraseTest(row)
  const bound = phrase.bound[side]
  const fts = bound === null ? own : `(${own}) AND (${bound})`
  const isPlain = !row.prefix && phrase.condition.fts === quoteTokens(row.tokens)
  const candidates = rowsInDoubt(database, side, { fts, exactIn: isPlain ? languagesExactFor(row.tokens) : [] })
  if (side === 'note') return candidates.filter((id) => !holds(noteText(database, id)))
  return candidates
    .filter((_, at) => at % BATCH === 0)
    .flatMap((_, batch) => {
      const ids = candidates.slice(batch * BATCH, (batch + 1) * BATCH) as ArticleId[]
      const texts = readSearchedTexts(database, ids, readTexts(ids), phrase.condition)
      return ids.filter((_id, at) => texts[at]?.some(holds) !== true)
    })
}

/** Rows that match by stems, without the articles whose language says that these stems are the words. */
function rowsInDoubt(
  database: Database,
  side: Side,
  { fts, exactIn }: { readonly fts: string; readonly exactIn: readonly string[] },
): readonly number[] {
  const table = side === 'note' ? 'search_note' : 'search_article'
  const sql = `SELECT ${table}.rowid FROM ${table}`
  if (side === 'note' || exactIn.length === 0) {
    return prepared<[string], number>(database, `${sql} WHERE ${table} MATCH ?`).pluck().all(fts)
  }
  return database
    .prepare<[string, string], number>(
      `${sql} CROSS JOIN search_doc ON search_doc.article = search_article.rowid
       WHERE search_article MATCH ? AND search_doc.language NOT IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(fts, JSON.stringify(exactIn))
}

function noteText(database: Database, annotation: number): string {
  return prepared<[number], string>(database, 'SELECT note FROM annotation WHERE id = ?').pluck().get(annotation) ?? ''
}

/** Of each article the texts in which the phrase may stand. */
function readSearchedTexts(
  database: Database,
  ids: readonly ArticleId[],
  texts: ReadonlyMap<ArticleId, StoredText>,
  condition: TextCondition,
): readonly (readonly string[])[] {
  const facts = database
    .prepare<[string], Facts>(
      `SELECT article, title, standfirst, byline FROM article_listing WHERE article IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids))
  const byArticle = new Map(facts.map((one) => [one.article, one]))
  return ids.map((id) => searchedTexts(byArticle.get(id), texts.get(id), condition))
}

/** Texts in which a phrase of that field may stand. */
function searchedTexts(
  facts: Facts | undefined,
  text: StoredText | undefined,
  condition: TextCondition,
): readonly string[] {
  const title = facts?.title ?? ''
  const byline = facts?.byline ?? ''
  const standfirst = facts?.standfirst ?? ''
  if (condition.field === 'title') return [title]
  if (condition.field === 'byline') return [byline]
  const body = text === undefined ? '' : bodyOf(text)
  return condition.field === 'body' ? [standfirst, body] : [title, standfirst, byline, body]
}

/** The text without its header, as the index's column `body` holds it. */
export function bodyOf(stored: StoredText): string {
  let body = ''
  let from = 0
  for (const part of stored.parts) {
    if (part.kind !== 'header') continue
    body += `${stored.text.slice(from, part.start)}\n`
    from = part.end
  }
  return body + stored.text.slice(from)
}
