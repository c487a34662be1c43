import type { Heading } from '../../../shared/model/heading.ts'
import type { SearchHit } from '../../../shared/model/search.ts'

/** The heading that a place of a text stands under; null before the first one, or under the article's own title. */
export function headingAt(headings: readonly Heading[], start: number, title: string | null): string | null {
  const above = headings.findLast((heading) => heading.start <= start)
  return above === undefined || above.text.trim() === title?.trim() ? null : above.text
}

/** Where the hits of a result stand in its text, as shares from 0 to 1, each once, in order. */
export function hitShares(hit: Pick<SearchHit, 'passages' | 'characters'>): readonly number[] {
  if (hit.characters <= 0) return []
  const places = hit.passages.flatMap(({ start, marks }) => marks.map(([from]) => (start + from) / hit.characters))
  return [...new Set(places.map((share) => Math.min(1, Math.max(0, share))))].sort((one, other) => one - other)
}
