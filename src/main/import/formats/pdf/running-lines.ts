import type { Segment } from './page-segments.ts'

/** A page's segments, and its height in points. */
export interface PageLines {
  readonly segments: readonly Segment[]
}

/** Lines from the edge of a page's text that may be repeated there: title, author and page number stand in two or three. */
const EDGE_LINES = 3

/**
 * Drops what stands at the top or the bottom of page after page, but for its numbers: running titles, page numbers, the
 * address that a browser prints. Answers the pages without it, and what was dropped, each text once.
 */
export function dropRunningLines(pages: readonly PageLines[]): {
  readonly pages: readonly PageLines[]
  readonly dropped: readonly string[]
} {
  const times = new Map<string, Set<number>>()
  for (const [number, page] of pages.entries()) {
    for (const segment of edgeSegments(page)) {
      const name = nameOf(segment)
      times.set(name, (times.get(name) ?? new Set<number>()).add(number))
    }
  }
  const isRunning = (segment: Segment): boolean => {
    const count = times.get(nameOf(segment))?.size ?? 0
    return count >= 2 && (count >= 3 || count * 2 >= pages.length)
  }
  const dropped = new Set<string>()
  const kept = pages.map((page) => {
    const running = new Set(edgeSegments(page).filter(isRunning))
    for (const { text } of running) dropped.add(text)
    return { segments: page.segments.filter((segment) => !running.has(segment)) }
  })
  return { pages: kept, dropped: [...dropped] }
}

/** Segments on the first and last lines of a page. */
function edgeSegments({ segments }: PageLines): readonly Segment[] {
  const heights = [...new Set(segments.map(({ y }) => Math.round(y)))].sort((one, other) => one - other)
  const edges = new Set([...heights.slice(0, EDGE_LINES), ...heights.slice(-EDGE_LINES)])
  return segments.filter(({ y }) => edges.has(Math.round(y)))
}

/** What a line says but for its numbers, and where it stands (a line that wanders by a few points is the same). */
function nameOf({ text, y }: Segment): string {
  const plain = text.toLowerCase().replace(/\d+/g, '#')
  const said = /^[ivxlc]{1,7}$/.test(plain) ? '#' : plain
  return `${String(Math.round(y / 12))} ${said}`
}
