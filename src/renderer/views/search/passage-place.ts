import type { Heading } from '../../../shared/model/heading.ts'
import type { Passage, SearchHit } from '../../../shared/model/search.ts'

/** What the reader shows when a passage is opened; half-open, UTF-16 code units of the article's text. */
export interface PassageTarget {
  readonly start: number
  readonly end: number
}

/** The heading that a place of a text stands under; null before the first one, or under the article's own title. */
export function headingAt(headings: readonly Heading[], start: number, title: string | null): string | null {
  const above = headings.findLast((heading) => heading.start <= start)
  return above === undefined || above.text.trim() === title?.trim() ? null : above.text
}

/** The first hit of a passage; where none is marked, its beginning. */
export function firstMark({ start, marks }: Passage): PassageTarget {
  const [from, until] = marks[0] ?? [0, 0]
  return { start: start + from, end: start + until }
}

/** Where the hits of a result lie in its text, as shares from 0 to 1. */
export function hitShares({ places, characters }: Pick<SearchHit, 'places' | 'characters'>): readonly number[] {
  return characters <= 0 ? [] : places.map((place) => Math.min(1, Math.max(0, place / characters)))
}

/** A passage this long (UTF-16 code units) was cut off, if no sentence ends with it. */
const CUT_LENGTH = 270

/** Whether a passage begins or ends within a sentence, as far as its letters tell. */
export function isCut({ text }: Passage): { readonly start: boolean; readonly end: boolean } {
  return {
    start: /^\p{Ll}/u.test(text),
    end: text.length >= CUT_LENGTH && !/[.!?…。！？]["'”’»)\]]*$/.test(text),
  }
}
