import type { Check } from '../verify/check.ts'
import { guard } from '../verify/check.ts'
import { noteLinkRows, type NoteLinkRow } from './put-note-links.ts'

interface Noted {
  readonly id: number
  readonly uid: string
  readonly note: string
}

/** The links' part of `verify`: every note whose rows of `note_link` are not what it says. */
export const linksCheck: Check = (context) => {
  const { database, report } = context
  let seen = 0
  guard(context, { kind: 'database', uid: 'note_link' }, () => {
    const notes = database
      .prepare<[], Noted>(
        `SELECT id, uid, coalesce(note, '') AS note FROM annotation
         WHERE note LIKE '%offprint:%' OR id IN (SELECT annotation FROM note_link)`,
      )
      .all()
    const select = database.prepare<[number], NoteLinkRow>(
      `SELECT annotation, number, target_article AS article, target_annotation AS target
       FROM note_link WHERE annotation = ? ORDER BY number`,
    )
    for (const { id, uid, note } of notes) {
      seen++
      if (JSON.stringify(select.all(id)) === JSON.stringify(noteLinkRows(id, note))) continue
      report({ kind: 'listing', uid, reason: 'the index of links differs from the note' })
    }
  })
  return seen
}
