import type { Database } from 'better-sqlite3'
import type { ArticleId, RenditionId } from '../../shared/model/identity.ts'
import type { FurthestPlace, ReadingPositions } from '../archive/ports/reading-positions.ts'

/** Reading positions in the articles' own rows; `changed_at` stays: reading changes nothing about an article. */
export function createReadingPositions(database: Database): ReadingPositions {
  const put = (place: 'position' | 'furthest') =>
    database.prepare<[RenditionId, number, string, ArticleId]>(
      `UPDATE article SET ${place}_rendition = ?, ${place}_offset = ?, ${place}_quote = ? WHERE id = ?`,
    )
  const [stopped, furthest] = [put('position'), put('furthest')]
  const select = database.prepare<[ArticleId], FurthestPlace>(
    `SELECT r.id AS rendition, a.furthest_offset AS offset, r.text_length AS length
     FROM article a JOIN rendition r ON r.id = a.furthest_rendition WHERE a.id = ? AND a.furthest_offset IS NOT NULL`,
  )
  return {
    furthest: (article) => select.get(article),
    putStopped: (_unit, article, { rendition, offset, quote }) => {
      stopped.run(rendition, offset, quote, article)
    },
    putFurthest: (_unit, article, { rendition, offset, quote }) => {
      furthest.run(rendition, offset, quote, article)
    },
  }
}
