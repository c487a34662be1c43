import type { Database } from 'better-sqlite3'
import type { Damage, VerifyReport } from '../../../shared/model/safekeeping.ts'
import { hex } from '../log/log-row.ts'
import type { Check, CheckContext } from './check.ts'
import { guard, unreadable } from './check.ts'
import { checkAnchors } from './check-anchors.ts'
import { checkArticles } from './check-articles.ts'
import { checkBlobs } from './check-blobs.ts'
import { checkDatabase } from './check-database.ts'
import { checkLog } from './check-log.ts'
import { checkRenditions } from './check-renditions.ts'

/** What `verifyArchive` needs besides the connection. */
export interface VerifyOptions {
  /** Parses reader HTML and answers its text. */
  readonly textOf: (html: string) => string
  readonly onProgress: (done: number, total: number) => void
  /** Checks of other parts of storage (the listing), in the same walk. */
  readonly moreChecks?: readonly Check[]
}

/**
 * Checks everything that storage alone can check and names every damaged item; it never throws because of damage. On a
 * WAL archive it sees one moment, however long it takes and whatever other processes write meanwhile.
 */
export function verifyArchive(database: Database, options: VerifyOptions): VerifyReport {
  const held = holdSnapshot(database)
  try {
    return runChecks(database, options)
  } finally {
    if (held && database.inTransaction) database.exec('ROLLBACK')
  }
}

/** In DELETE mode a held snapshot would lock every writer out for as long as the walk takes. */
function holdSnapshot(database: Database): boolean {
  if (database.inTransaction || database.pragma('journal_mode', { simple: true }) !== 'wal') return false
  database.exec('BEGIN')
  return true
}

function runChecks(database: Database, { textOf, onProgress, moreChecks = [] }: VerifyOptions): VerifyReport {
  const damaged: Damage[] = []
  const total = countItems(database)
  let done = 0
  const context: CheckContext = {
    database,
    textOf,
    report: (damage) => damaged.push(damage),
    done: () => {
      done++
      onProgress(done, total)
    },
  }
  const run = (check: Check, name: string): number => {
    let seen = 0
    guard(context, { kind: 'database', uid: name }, () => {
      seen = check(context)
    })
    return seen
  }
  run(checkDatabase, 'database')
  const checked = {
    articles: run(checkArticles, 'article'),
    blobs: run(checkBlobs, 'blob'),
    renditions: run(checkRenditions, 'rendition'),
    log: run(checkLog, 'log'),
  }
  run(checkAnchors, 'anchor')
  for (const check of moreChecks) run(check, 'listing')
  return { damaged, checked, logHead: readHead(database) }
}

/** Items that the walk will look at, for the progress; 0 when even that cannot be counted. */
function countItems(database: Database): number {
  try {
    return (
      database
        .prepare<[], number>(
          `SELECT (SELECT count(*) FROM article) + (SELECT count(*) FROM blob) + (SELECT count(*) FROM rendition)
                + (SELECT count(*) FROM log) + (SELECT count(*) FROM annotation)`,
        )
        .pluck()
        .get() ?? 0
    )
  } catch (error) {
    unreadable(error)
    return 0
  }
}

function readHead(database: Database): string | null {
  try {
    const hash = database.prepare<[], Uint8Array>('SELECT hash FROM log ORDER BY seq DESC LIMIT 1').pluck().get()
    return hash === undefined ? null : hex(hash)
  } catch (error) {
    unreadable(error)
    return null
  }
}
