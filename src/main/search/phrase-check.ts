import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'
import { ANALYSIS_VERSION, wordTokens } from './analyse.ts'
import type { TextCondition } from './condition.ts'
import { ftsExpression, type Side } from './fts-expression.ts'
import type { WrongRows } from './hit-source.ts'
import { rememberUnwritten, whileUnwritten } from './moment.ts'
import { createIsOnlyForm, isFunctionWord, type IsOnlyForm } from './only-forms.ts'
import { createPhraseTest } from './phrase-test.ts'
import { phraseTokens } from './query-tokens.ts'
import { prepared } from './prepared.ts'
import { articlesWithout, type SearchedTexts } from './searched-texts.ts'

/** Texts read at once while a phrase is checked; bounds memory, not the number of candidates. */
const BATCH = 200
/**
 * Texts that may be read for one query's phrases, at some 45 µs each. A phrase that would need more is left at its words'
 * forms, and said to be.
 */
const MOST_READ = 6_000
/** So few texts are read sooner than the vocabulary is looked through. */
const FEW = 200
/** Results of checks that are remembered: facets and the next page ask for the same again. */
const MOST_REMEMBERED = 20

/** A phrase and what all its hits must match besides, by side. */
export interface BoundPhrase {
  readonly condition: TextCondition
  readonly bound: Readonly<Record<Side, string | null>>
}

/** The check of one query's phrases. */
export interface PhraseCheck {
  /** Rows that a phrase's stems match and its words do not; none of a phrase that was not looked at. */
  readonly wrongRows: WrongRows
  /** Whether a phrase asked for stands in too many articles to be looked at. */
  readonly isUnchecked: (phrase: TextCondition) => boolean
}

/** Begins the check of one query's phrases. */
export type CheckPhrases = (phrases: readonly BoundPhrase[]) => PhraseCheck

/** What checking needs to know of the archive. */
export interface PhraseCheckParts extends SearchedTexts {
  readonly languages: () => readonly string[]
  /** Whether no transaction is open that may still be taken back: then nothing is remembered. */
  readonly isQuiet: () => boolean
}

interface Checked {
  /** How many rows were in doubt. */
  readonly doubts: number
  /** Null when they were too many. */
  readonly wrong: readonly number[] | null
}

/**
 * Finds the rows that a phrase's stems match and its words do not: none where the vocabulary says that these stems stand for
 * these words only, else the text of every candidate is read, which is what exact totals cost. `bound` is an expression all hits must
 * match as well, to keep candidates few.
 */
export function createCheckPhrases(parts: PhraseCheckParts): CheckPhrases {
  const isOnlyForm = createIsOnlyForm(parts.database)
  const analysed = whileUnwritten(parts.database, () => readAnalysed(parts.database))
  const remembered = rememberUnwritten<Checked>(parts.database, MOST_REMEMBERED)
  const rowsOf = (phrase: BoundPhrase, side: Side): readonly number[] => {
    const fts = candidatesOf(phrase, side)
    if (fts === null) return []
    const inDoubt = (isOnly: IsOnlyForm, most: number): readonly number[] => {
      const exactIn = exactLanguages(phrase.condition, parts.languages(), isOnly)
      const isExact =
        side === 'article' && parts.isQuiet() && analysed().every((language) => exactIn.includes(language))
      return isExact ? [] : rowsInDoubt(parts.database, { side, fts, most }, exactIn)
    }
    const first = inDoubt(isFunctionWord, FEW + 1)
    return first.length <= FEW ? first : inDoubt(isOnlyForm, -1)
  }
  return (phrases) => {
    let room = MOST_READ
    const known = new Map<string, Checked>()
    const check = (phrase: BoundPhrase, side: Side): Checked => {
      const rows = rowsOf(phrase, side)
      if (rows.length > room) return { doubts: 0, wrong: null }
      return { doubts: rows.length, wrong: wrongAmong(parts, rows, phrase.condition, side) }
    }
    const recall = (phrase: BoundPhrase, side: Side): Checked => {
      const make = (): Checked => check(phrase, side)
      const checked = parts.isQuiet() ? remembered(JSON.stringify([side, phrase, room]), make) : make()
      room -= checked.doubts
      return checked
    }
    const checkedOf = (fts: string, side: Side): Checked => {
      const key = `${side} ${fts}`
      const earlier = known.get(key)
      if (earlier !== undefined) return earlier
      const phrase = phrases.find((one) => one.condition.fts === fts)
      const checked = phrase === undefined ? NOTHING : recall(phrase, side)
      known.set(key, checked)
      return checked
    }
    return {
      wrongRows: (fts, side) => checkedOf(fts, side).wrong ?? [],
      isUnchecked: ({ fts }) => SIDES.some((side) => known.get(`${side} ${fts}`)?.wrong === null),
    }
  }
}

const SIDES: readonly Side[] = ['article', 'note']
const NOTHING: Checked = { doubts: 0, wrong: [] }
/** Stands for articles whose entry an older analysis made: what the vocabulary says of words is not true of them. */
const OUTDATED = '?'

/** Languages under which articles of the index were analysed. */
function readAnalysed(database: Database): readonly string[] {
  const sql = 'SELECT DISTINCT iif(analysis = ?, language, ?) FROM search_doc'
  return database.prepare<[number, string], string>(sql).pluck().all(ANALYSIS_VERSION, OUTDATED)
}

function candidatesOf({ condition, bound }: BoundPhrase, side: Side): string | null {
  const own = ftsExpression(condition, side)
  if (typeof own !== 'string') return null
  return bound[side] === null ? own : `(${own}) AND (${bound[side]})`
}

/** Languages of the archive in whose articles the stems of a phrase stand for its words alone, whichever language's stems they are. */
function exactLanguages(
  { phrase }: TextCondition,
  languages: readonly string[],
  isOnlyForm: IsOnlyForm,
): readonly string[] {
  const { tokens: words, prefix } = phraseTokens(phrase ?? '', wordTokens('und'))
  const rows = languages.map((language) => phraseTokens(phrase ?? '', wordTokens(language)).tokens)
  if (prefix || rows.some(({ length }) => length !== words.length)) return []
  return languages.filter((language) =>
    rows.every((row) => row.every((token, at) => isOnlyForm(language, token, words[at] ?? ''))),
  )
}

function wrongAmong(
  parts: SearchedTexts,
  rows: readonly (ArticleId | number)[],
  { phrase, field }: TextCondition,
  side: Side,
): readonly number[] {
  const holds = createPhraseTest(phraseTokens(phrase ?? '', wordTokens('und')))
  if (side === 'note') return rows.filter((id) => !holds(noteText(parts.database, id)))
  const articles = rows as readonly ArticleId[]
  const batches = Array.from({ length: Math.ceil(articles.length / BATCH) }, (_, at) =>
    articles.slice(at * BATCH, (at + 1) * BATCH),
  )
  return batches.flatMap((ids) => articlesWithout(parts, ids, field, holds))
}

/** Rows that match by stems, without the articles whose language says that these stems are the words. */
function rowsInDoubt(
  database: Database,
  { side, fts, most }: { readonly side: Side; readonly fts: string; readonly most: number },
  exactIn: readonly string[],
): readonly number[] {
  const table = side === 'note' ? 'search_note' : 'search_article'
  const sql = `SELECT ${table}.rowid FROM ${table}`
  if (side === 'note' || exactIn.length === 0) {
    const all = prepared<[string, number], number>(database, `${sql} WHERE ${table} MATCH ? LIMIT ?`)
    return all.pluck().all(fts, most)
  }
  const doubtful = `${sql} CROSS JOIN search_doc ON search_doc.article = search_article.rowid WHERE search_article MATCH ?
    AND (search_doc.analysis <> ? OR search_doc.language NOT IN (SELECT value FROM json_each(?))) LIMIT ?`
  return prepared<[string, number, string, number], number>(database, doubtful)
    .pluck()
    .all(fts, ANALYSIS_VERSION, JSON.stringify(exactIn), most)
}

function noteText(database: Database, annotation: number): string {
  return prepared<[number], string>(database, 'SELECT note FROM annotation WHERE id = ?').pluck().get(annotation) ?? ''
}
