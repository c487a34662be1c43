import type { Database } from 'better-sqlite3'
import type { ReadingState } from '../../../shared/model/article.ts'
import type { ForeEdge, ForeEdgeFlag } from '../../../shared/model/fore-edge.ts'
import type { ArticleId } from '../../../shared/model/identity.ts'

/** More flags than this would touch each other on the strip. */
const MOST_FLAGS = 40

interface ReadRow {
  readonly article: ArticleId
  readonly state: ReadingState
  readonly furthest: number | null
  /** Length of the text that `furthest` lies in. */
  readonly length: number | null
}

interface FlagRow {
  readonly article: ArticleId
  readonly start: number
  readonly length: number
  readonly color: ForeEdgeFlag['color']
}

/** Reads the fore-edges of many articles with two statements; no text is read. */
export function createForeEdgesOf(
  database: Database,
): (articles: readonly ArticleId[]) => ReadonlyMap<ArticleId, ForeEdge> {
  const among = 'IN (SELECT value FROM json_each(?))'
  const selectRead = database.prepare<[string], ReadRow>(
    `SELECT a.id AS article, a.state, a.furthest_offset AS furthest, r.text_length AS length
     FROM article a LEFT JOIN rendition r ON r.id = a.furthest_rendition WHERE a.id ${among}`,
  )
  const selectFlags = database.prepare<[string], FlagRow>(
    `SELECT n.article, p.start_offset AS start, r.text_length AS length, n.color
     FROM annotation n JOIN article a ON a.id = n.article JOIN version v ON v.id = a.current_version
     JOIN rendition r ON r.id = v.current_rendition
     JOIN anchor p ON p.annotation = n.id AND p.rendition = r.id
     WHERE n.article ${among} AND n.color IS NOT NULL AND p.status = 'placed'
     ORDER BY n.article, p.start_offset`,
  )
  return (articles) => {
    const wanted = JSON.stringify(articles)
    const flags = Map.groupBy(selectFlags.all(wanted), ({ article }) => article)
    return new Map(
      selectRead
        .all(wanted)
        .map((row) => [row.article, { read: shareRead(row), flags: flagsOf(flags.get(row.article) ?? []) }]),
    )
  }
}

/** A furthest point in an older text counts by its share of that text: near enough for a strip of sixty pixels. */
function shareRead({ state, furthest, length }: ReadRow): number {
  if (state === 'read') return 1
  return furthest === null || length === null ? 0 : shareOf(furthest, length)
}

/** Of more highlights than fit, some from the whole text rather than all from its beginning. */
function flagsOf(rows: readonly FlagRow[]): readonly ForeEdgeFlag[] {
  const step = Math.max(1, rows.length / MOST_FLAGS)
  return Array.from({ length: Math.min(rows.length, MOST_FLAGS) }, (_, index) => rows[Math.floor(index * step)])
    .filter((row) => row !== undefined)
    .map(({ start, length, color }) => ({ at: shareOf(start, length), color }))
}

function shareOf(offset: number, length: number): number {
  return length <= 0 ? 0 : Math.min(1, Math.max(0, offset / length))
}
