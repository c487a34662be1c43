import type { ArticleId, ArticleUid } from '../../shared/model/identity.ts'
import type { SimilarAnswer } from '../../shared/model/similar.ts'
import { tokensOfLanguage } from './analyse.ts'
import { quoteTokens } from './fts-expression.ts'
import type { Engine } from './run-query.ts'
import { placeTokens } from './text-tokens.ts'

/** Of a long article its beginning says what it is about; UTF-16 units. */
const MOST_TEXT = 60_000
/** Words whose rarity is looked up. */
const MOST_LOOKED_AT = 80
/** Words that are asked for. */
const MOST_WORDS = 20
/** A word that stands in more than this share of all articles tells nothing of one. */
const COMMON_SHARE = 0.1
const SHORTEST_WORD = 3

interface Candidate {
  readonly stem: string
  readonly word: string
  times: number
}

interface Found {
  readonly article: ArticleId
  readonly score: number
}

const ARTICLE = `SELECT article.id, coalesce(search_doc.language, 'und') AS language
  FROM article LEFT JOIN search_doc ON search_doc.article = article.id WHERE article.uid = ?`

/**
 * Finds the articles that share an article's strongest words: those that stand often in it (their logarithm) and in few
 * others. Undefined when there is no such article; one without text is like none.
 */
export function createFindSimilar(engine: Engine): (uid: ArticleUid, limit: number) => SimilarAnswer | undefined {
  const { database } = engine
  const find = database.prepare<[string], { readonly id: ArticleId; readonly language: string }>(ARTICLE)
  const ranked = database.prepare<[string, number, number], Found>(
    `SELECT rowid AS article, -bm25(search_article, 4.0, 2.0, 0.0, 1.0) AS score FROM search_article
     WHERE search_article MATCH ? AND rowid <> ?
       AND rowid NOT IN (SELECT article FROM article_listing WHERE trashed = 1) ORDER BY score DESC LIMIT ?`,
  )
  return (uid, limit) => {
    const article = find.get(uid)
    if (article === undefined) return undefined
    const text = engine.readTexts([article.id]).get(article.id)?.text ?? ''
    const strongest = strongestWords(engine, countWords(text.slice(0, MOST_TEXT), article.language))
    if (strongest.length === 0) return { words: [], hits: [] }
    const fts = strongest.map(({ stem }) => quoteTokens([stem])).join(' OR ')
    const found = ranked.all(fts, article.id, limit)
    return { words: strongest.map(({ word }) => word), hits: present(engine, found) }
  }
}

function present(engine: Engine, found: readonly Found[]): SimilarAnswer['hits'] {
  const rows = engine.readRows(found.map(({ article }) => article))
  const uids = engine.uidsOf(found.map(({ article }) => article))
  const byUid = new Map(rows.map((row) => [row.uid, row]))
  return found.flatMap(({ article, score }) => {
    const uid = uids.get(article)
    const row = uid === undefined ? undefined : byUid.get(uid)
    return row === undefined ? [] : [{ row, score }]
  })
}

function countWords(text: string, language: string): readonly Candidate[] {
  const byStem = new Map<string, Candidate>()
  for (const { token, start, end } of placeTokens(text, tokensOfLanguage(language))) {
    const known = byStem.get(token)
    if (known === undefined) byStem.set(token, { stem: token, word: text.slice(start, end), times: 1 })
    else known.times += 1
  }
  return [...byStem.values()].filter(isTelling).sort((one, other) => other.times - one.times)
}

/** Numbers and the shortest words tell little; the bigrams of scripts without spaces are short and tell much. */
function isTelling({ stem, word }: Candidate): boolean {
  return !/^\d+$/.test(stem) && (word.length >= SHORTEST_WORD || /[^\p{Script=Latin}]/u.test(word))
}

function strongestWords(engine: Engine, candidates: readonly Candidate[]): readonly Candidate[] {
  const all = Math.max(1, engine.figures.indexed())
  const limit = Math.max(20, Math.floor(all * COMMON_SHARE))
  const weighed = candidates.slice(0, MOST_LOOKED_AT).flatMap((candidate) => {
    const count = engine.stemCounts.count(candidate.stem, limit)
    const isShared = count >= 2 && count < limit
    return isShared ? [{ candidate, weight: (1 + Math.log(candidate.times)) * Math.log(all / count) }] : []
  })
  weighed.sort((one, other) => other.weight - one.weight)
  return weighed.slice(0, MOST_WORDS).map(({ candidate }) => candidate)
}
