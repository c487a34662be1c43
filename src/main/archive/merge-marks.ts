import { READING_STATES, type ReadingState } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { Gesture } from './gesture.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { DraftMarks } from './prepared-article.ts'

/**
 * Takes over what another source says of an article that is there: what was read stays read and what was starred stays
 * starred, whichever of them says so. An import never takes a mark away.
 */
export function mergeMarks(
  ports: ArchivePorts,
  gesture: Gesture,
  subject: ArticleUid,
  stated: Pick<DraftMarks, 'state' | 'starred'>,
): void {
  const marks = ports.entities.read('article', subject)
  if (marks === null) return
  const state = further(marks.state, stated.state)
  const starred = marks.starred || stated.starred
  if (state === marks.state && starred === marks.starred) return
  gesture.edit({ kind: 'article', subject, value: { ...marks, state, starred } })
}

function further(one: ReadingState, other: ReadingState): ReadingState {
  return READING_STATES.indexOf(other) > READING_STATES.indexOf(one) ? other : one
}
