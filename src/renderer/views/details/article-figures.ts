import { HIGHLIGHT_COLORS, type HighlightColor } from '../../../shared/model/annotation.ts'
import type { Article } from '../../../shared/model/article.ts'
import type { ArticleLinks } from '../../../shared/model/note-link.ts'
import { readingMinutes } from '../../composables/reading-minutes.ts'

/** What there is of one article, in numbers. Shares are 0 to 1. */
export interface ArticleFigures {
  readonly words: number
  readonly minutes: number
  /** How much was read. */
  readonly read: number
  readonly versions: number
  readonly highlights: number
  /** Pens that were used, in their order. */
  readonly byPen: readonly { readonly color: HighlightColor; readonly count: number }[]
  /** Highlights that have no place in the current text. */
  readonly lost: number
  /** How much of the text is highlighted; words under two highlights count once. */
  readonly marked: number
  readonly notes: number
  readonly links: number
  readonly backLinks: number
}

/** Counts an article's own numbers. */
export function articleFigures(article: Article, { links, backLinks }: ArticleLinks): ArticleFigures {
  const highlights = article.annotations.filter(({ quote }) => quote !== null)
  const places = highlights.flatMap(({ anchors: [anchor] }) =>
    anchor?.status === 'placed' && anchor.start !== null && anchor.end !== null
      ? [{ start: anchor.start, end: anchor.end }]
      : [],
  )
  return {
    words: article.words,
    minutes: readingMinutes(article.words),
    read: article.state === 'read' ? 1 : (article.position.furthest?.share ?? 0),
    versions: article.versions.length,
    highlights: highlights.length,
    byPen: HIGHLIGHT_COLORS.map((color) => ({
      color,
      count: highlights.filter((one) => one.color === color).length,
    })).filter(({ count }) => count > 0),
    lost: highlights.length - places.length,
    marked: article.text.length === 0 ? 0 : covered(places) / article.text.length,
    notes: article.annotations.filter(({ note }) => note !== null).length,
    links: links.length,
    backLinks: backLinks.length,
  }
}

/** Length of what at least one place covers. */
function covered(places: readonly { readonly start: number; readonly end: number }[]): number {
  let until = 0
  let sum = 0
  for (const { start, end } of places.toSorted((one, other) => one.start - other.start)) {
    sum += Math.max(0, end - Math.max(start, until))
    until = Math.max(until, end)
  }
  return sum
}
