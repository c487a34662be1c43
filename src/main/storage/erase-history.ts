import type { Database } from 'better-sqlite3'
import type { ArticleId, ArticleUid, GestureUid } from '../../shared/model/identity.ts'
import type { Clock } from '../archive/ports/clock.ts'
import type { HistoryEraser } from '../archive/ports/deletion.ts'
import { PURGED_JSON } from './log/purged-record.ts'

/** Row ids of the changes about an article, found so far. */
type FindChanges = (article: ArticleUid) => readonly number[]

/** An eraser of history for these articles; see `log/purged-record.ts` for what stays. */
export function createHistoryEraser(database: Database, clock: Clock, articles: readonly ArticleUid[]): HistoryEraser {
  const findChanges = createFindChanges(database, new Set(articles))
  const eraseChanges = database.prepare<[string, string, string, string]>(
    `UPDATE change SET before = ?, after = ?, undone_at = coalesce(undone_at, ?)
     WHERE id IN (SELECT value FROM json_each(?))`,
  )
  const runsOf = database.prepare<[ArticleId], number>('SELECT DISTINCT run FROM import_item WHERE article = ?').pluck()
  const eraseItems = database.prepare<[string, ArticleId]>(
    `UPDATE import_item SET source = '', item_key = '', source_hash = zeroblob(32), reason = NULL, notes = ?
     WHERE article = ?`,
  )
  const touched = new Set<number>()
  const eraseRun = createEraseRun(database, clock)
  return {
    erase: (_unit, { id, uid }) => {
      const found = findChanges(uid)
      for (const run of runsOf.all(id)) touched.add(run)
      return {
        changes: eraseChanges.run(PURGED_JSON, PURGED_JSON, clock(), JSON.stringify(found)).changes,
        importItems: eraseItems.run(PURGED_JSON, id).changes,
      }
    },
    eraseRuns: () => [...touched].flatMap((run) => eraseRun(run) ?? []),
  }
}

interface ScannedChange {
  readonly id: number
  readonly kind: string
  /** First part of the subject: an article, or an annotation. */
  readonly owner: string
  /** The article that an annotation's own change names. */
  readonly article: ArticleUid | null
}

/** Nothing in `change` leads from an article to its rows, and an index for it would slow every import: it is read through. */
const SCAN = `SELECT id, kind, CASE instr(subject, '/') WHEN 0 THEN subject ELSE substr(subject, 1, instr(subject, '/') - 1) END
    AS owner, CASE kind WHEN 'annotation' THEN coalesce(after ->> '$.article', before ->> '$.article') END AS article
  FROM change WHERE id > ? AND after <> '${PURGED_JSON}'
    AND kind IN ('article', 'override', 'annotation', 'article-tag', 'annotation-tag', 'article-collection',
      'current-version', 'chosen-element') ORDER BY id`

/**
 * Finds the changes about articles, those about their annotations among them, also about annotations deleted since: a
 * deleted one is known by the changes that made and deleted it. Reads each change once; later calls read only what was
 * added meanwhile.
 */
function createFindChanges(database: Database, wanted: ReadonlySet<string>): FindChanges {
  const scan = database.prepare<[number], ScannedChange>(SCAN)
  const articleOf = database
    .prepare<[string], ArticleUid>('SELECT a.uid FROM annotation n JOIN article a ON a.id = n.article WHERE n.uid = ?')
    .pluck()
  const annotations = new Map<string, string>()
  const found = new Map<string, number[]>()
  let last = 0
  const ownerOf = ({ kind, owner, article }: ScannedChange): string | undefined => {
    if (kind === 'annotation' && article !== null) annotations.set(owner, article)
    return kind === 'annotation-tag' || kind === 'annotation' ? annotations.get(owner) : owner
  }
  const readOn = (): void => {
    for (const change of scan.all(last)) {
      last = change.id
      const owner = ownerOf(change) ?? articleOf.get(change.owner)
      if (owner === undefined || !wanted.has(owner)) continue
      const ids = found.get(owner) ?? []
      if (ids.length === 0) found.set(owner, ids)
      ids.push(change.id)
    }
  }
  return (article) => {
    readOn()
    return found.get(article) ?? []
  }
}

/** Erases a run's request, and the change that stands for the run, when it has ended and every item of it was purged. */
function createEraseRun(database: Database, clock: Clock): (run: number) => GestureUid | undefined {
  const isEmpty = database
    .prepare<[number, string, string], GestureUid>(
      `SELECT uid FROM import_run WHERE id = ? AND ended_at IS NOT NULL AND request <> ?
       AND NOT EXISTS (SELECT 1 FROM import_item WHERE run = import_run.id AND notes <> ?)`,
    )
    .pluck()
  const eraseRequest = database.prepare<[string, number]>('UPDATE import_run SET request = ? WHERE id = ?')
  const eraseChange = database.prepare<[string, string, string, string]>(
    `UPDATE change SET before = ?, after = ?, undone_at = coalesce(undone_at, ?)
     WHERE gesture = ? AND kind = 'import'`,
  )
  return (run) => {
    const uid = isEmpty.get(run, PURGED_JSON, PURGED_JSON)
    if (uid === undefined) return undefined
    eraseRequest.run(PURGED_JSON, run)
    eraseChange.run(PURGED_JSON, PURGED_JSON, clock(), uid)
    return uid
  }
}
