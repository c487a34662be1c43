import { appError, Failure } from '../../shared/app-error.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { getArticleRef } from './get-article-ref.ts'
import { getMarks } from './get-marks.ts'
import type { FurthestPlace } from './ports/reading-positions.ts'
import { writeEntity } from './write-entity.ts'

/** Words kept to find the place again in another text, in UTF-16 code units: a line of print. */
const QUOTED = 64

/** Where a reader stopped: in which text, at which offset. */
export interface StoppedAt {
  readonly uid: ArticleUid
  readonly version: number
  readonly rendition: number
  readonly offset: number
}

/**
 * Remembers where a reader stopped, and moves the furthest point read on, never back. What was unread is being read
 * now. No gesture: nobody wants to undo having read. Errors: `archive/article-not-found`, `archive/version-not-found`.
 */
export function savePosition(ports: ArchivePorts, { uid, version, rendition, offset }: StoppedAt): Result<null> {
  return ports.attempt(() =>
    ports.transact((unit) => {
      const article = getArticleRef(ports, uid).id
      const stored = ports.records.numberedText(article, version, rendition)
      if (stored === undefined) throw new Failure(appError('archive/version-not-found', { uid, version, rendition }))
      const at = Math.min(offset, stored.text.length)
      const quote = stored.text.slice(at, at + QUOTED).toWellFormed()
      const place = { rendition: stored.rendition, offset: at, quote }
      ports.positions.putStopped(unit, article, place)
      const reached = { ...place, length: stored.text.length }
      if (isFurther(reached, ports.positions.furthest(article))) ports.positions.putFurthest(unit, article, place)
      const marks = getMarks(ports, uid)
      if (marks.state === 'unread') {
        writeEntity(ports, unit, { kind: 'article', subject: uid, value: { ...marks, state: 'reading' } })
      }
      return null
    }),
  )
}

/** Within one text by offset; between two texts by how much of each was behind the reader. */
function isFurther(reached: FurthestPlace, furthest: FurthestPlace | undefined): boolean {
  if (furthest === undefined) return true
  if (furthest.rendition === reached.rendition) return reached.offset > furthest.offset
  return shareOf(reached) > shareOf(furthest)
}

function shareOf({ offset, length }: FurthestPlace): number {
  return length === 0 ? 0 : offset / length
}
