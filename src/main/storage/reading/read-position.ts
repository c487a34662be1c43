import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../../shared/model/identity.ts'
import type { ReadingPlace, ReadingPosition } from '../../../shared/model/reading-place.ts'
import { anchorQuote } from '../../../shared/text/anchor-quote.ts'

/** A text to find the places in: a rendition by its numbers. */
export interface PositionText {
  readonly version: number
  readonly rendition: number
  readonly text: string
}

interface StoredPlace {
  readonly version: number
  readonly rendition: number
  readonly length: number
  readonly offset: number
  readonly quote: string | null
}

/**
 * Reads where an article's reader stopped and how far they came, as places in the given text: the same offset where
 * they were made on it, else where the words found there stand in it, else the same share of the way.
 */
export function createReadPosition(database: Database): (article: ArticleId, on: PositionText) => ReadingPosition {
  const select = (place: 'position' | 'furthest') =>
    database.prepare<[ArticleId], StoredPlace>(
      `SELECT v.number AS version, r.number AS rendition, r.text_length AS length, a.${place}_offset AS offset,
         a.${place}_quote AS quote
       FROM article a JOIN rendition r ON r.id = a.${place}_rendition JOIN version v ON v.id = r.version
       WHERE a.id = ? AND a.${place}_offset IS NOT NULL`,
    )
  const [stopped, furthest] = [select('position'), select('furthest')]
  return (article, on) => ({ stopped: placeOn(on, stopped.get(article)), furthest: placeOn(on, furthest.get(article)) })
}

function placeOn(on: PositionText, stored: StoredPlace | undefined): ReadingPlace | null {
  if (stored === undefined) return null
  const { version, rendition, text } = on
  const isSame = stored.version === version && stored.rendition === rendition
  const offset = Math.min(text.length, isSame ? stored.offset : findAgain(text, stored))
  return { version, rendition, offset, share: text.length === 0 ? 0 : offset / text.length }
}

function findAgain(text: string, { offset, quote, length }: StoredPlace): number {
  const exact = quote ?? ''
  const hint = { start: offset, end: offset + exact.length, textLength: length }
  const found = exact === '' ? null : anchorQuote({ text, quote: { exact, prefix: '', suffix: '' }, hint })
  return found?.start ?? (length === 0 ? 0 : Math.round((offset / length) * text.length))
}
