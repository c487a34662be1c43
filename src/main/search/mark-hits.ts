import type { TextField } from '../../shared/model/query.ts'
import type { StoredText } from '../archive/ports/article-records.ts'
import { wantedTexts, type Condition } from './condition.ts'
import { createFindHits, type FindHits } from './hit-marker.ts'
import type { Hit } from './passages.ts'

/** What finds hits at each place: a term of one field is no hit anywhere else. */
export interface Finders {
  readonly header: FindHits
  readonly body: FindHits
  readonly note: FindHits
}

/** Makes the finders of a query. */
export function createFinders(condition: Condition): Finders {
  const texts = wantedTexts(condition)
  const within = (...fields: readonly TextField[]): FindHits =>
    createFindHits(texts.filter(({ field }) => field === null || fields.includes(field)))
  return { header: within('title', 'byline'), body: within('body'), note: within('note') }
}

/** Hits of a text in its header (title and byline) and after it. */
export interface MarkedHits {
  /** Looked for only when asked: few want them, and the whole text is read for it. */
  readonly header: () => readonly Hit[]
  readonly body: readonly Hit[]
}

/** Finds the hits of a stored text. */
export function markHits({ text, parts }: StoredText, language: string, finders: Finders): MarkedHits {
  const headers = parts.filter((part) => part.kind === 'header')
  const isInHeader = ({ start }: Hit): boolean => headers.some((part) => start >= part.start && start < part.end)
  return {
    header: () => finders.header(text, language).filter(isInHeader),
    body: finders.body(text, language).filter((hit) => !isInHeader(hit)),
  }
}

/** Those to show as passages: headline and byline stand in a result's row already, so they count only alone. */
export function hitsToShow({ header, body }: MarkedHits): readonly Hit[] {
  return body.length > 0 ? body : header()
}
