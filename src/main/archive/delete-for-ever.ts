import { appError, Failure } from '../../shared/app-error.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { DeletionReport } from '../../shared/model/trash.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { JobControl } from './job-control.ts'
import type { HistoryEraser } from './ports/deletion.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'

/** A transaction deletes at most this many articles, or as much as fits into the time, so that others get their turn. */
const BATCH = { articles: 64, milliseconds: 200 } as const
/** Free pages given back in one transaction: 8 MB. */
const PAGES = 1000

type Counts = Omit<DeletionReport, 'erased'>
const NOTHING: Counts = { articles: 0, annotations: 0, versions: 0, blobs: 0 }

/**
 * Deletes articles in the Trash for ever, with everything that hangs on them, and erases their content wherever else
 * the archive holds it: in the history, in the index, among the words seen, in the journal. Refused as a whole with
 * `archive/not-in-trash` or `archive/article-not-found`. Stopped half-way, what is deleted stays deleted; `erased` in
 * the report says whether traces are left. Nothing can take it back.
 */
export async function deleteForEver(
  ports: ArchivePorts,
  articles: readonly ArticleUid[],
  control: JobControl,
): Promise<Result<DeletionReport>> {
  const uids = [...new Set(articles)]
  const allowed = ports.attempt(() => {
    for (const uid of uids) assertInTrash(ports, uid)
  })
  return allowed.ok ? deleteAll(ports, uids, control) : allowed
}

/** The same for everything in the Trash. An empty Trash is no error: traces left by an earlier, stopped deletion go. */
export async function emptyTrash(ports: ArchivePorts, control: JobControl): Promise<Result<DeletionReport>> {
  const articles = ports.attempt(() => ports.trash.articles())
  return articles.ok ? deleteAll(ports, articles.value, control) : articles
}

function assertInTrash(ports: ArchivePorts, uid: ArticleUid): void {
  const marks = ports.entities.read('article', uid)
  if (marks === null) throw new Failure(appError('archive/article-not-found', { uid }))
  if (marks.trashed === null) throw new Failure(appError('archive/not-in-trash', { uid }))
}

async function deleteAll(
  ports: ArchivePorts,
  uids: readonly ArticleUid[],
  control: JobControl,
): Promise<Result<DeletionReport>> {
  const purged = await purgeAll(ports, uids, control)
  if (!purged.ok) return purged
  const erased = await eraseTraces(ports, control)
  return erased.ok ? ok({ ...purged.value, erased: erased.value }) : erased
}

async function purgeAll(
  ports: ArchivePorts,
  uids: readonly ArticleUid[],
  control: JobControl,
): Promise<Result<Counts>> {
  const eraser = ports.deletion.startErasing(uids)
  let counts = NOTHING
  let next = 0
  while (next < uids.length && !control.signal.aborted) {
    const batch = ports.attempt(() => ports.transact((unit) => purgeBatch(ports, unit, eraser, uids.slice(next))))
    if (!batch.ok) return batch
    next += batch.value.seen
    counts = sumOf(counts, batch.value.counts)
    control.onProgress(next, uids.length)
    await control.pause()
  }
  const runs = ports.attempt(() =>
    ports.transact((unit) => {
      for (const run of eraser.eraseRuns(unit)) ports.history.seal(unit, 'import.purge', run, {})
    }),
  )
  return runs.ok ? ok(counts) : runs
}

function purgeBatch(
  ports: ArchivePorts,
  unit: UnitOfWork,
  eraser: HistoryEraser,
  uids: readonly ArticleUid[],
): { readonly seen: number; readonly counts: Counts } {
  const started = Date.parse(ports.clock())
  let counts = NOTHING
  let seen = 0
  for (const uid of uids.slice(0, BATCH.articles)) {
    if (seen > 0 && Date.parse(ports.clock()) - started > BATCH.milliseconds) break
    seen++
    counts = sumOf(counts, purgeOne(ports, unit, eraser, uid))
  }
  return { seen, counts }
}

/** Deletes one article; one that another program brought back or deleted meanwhile is left alone. */
function purgeOne(ports: ArchivePorts, unit: UnitOfWork, eraser: HistoryEraser, uid: ArticleUid): Counts {
  const article = ports.records.find(uid)
  if (article === undefined || ports.entities.read('article', uid)?.trashed === null) return NOTHING
  ports.index.remove(unit, article.id)
  for (const { annotation } of ports.reading.notesOf(article.id)) ports.index.removeNote(unit, annotation)
  const history = eraser.erase(unit, article)
  const { annotations, versions, blobs } = ports.deletion.purgeArticle(unit, article.id)
  const counts = { annotations, versions, blobs: blobs.length }
  ports.history.seal(unit, 'article.purge', uid, { ...counts, ...history })
  return { articles: 1, ...counts }
}

/** Rids index, words, free pages and journal of what was deleted, a part at a time; false when something is left. */
async function eraseTraces(ports: ArchivePorts, control: JobControl): Promise<Result<boolean>> {
  const eraseIndex = ports.index.startErasing()
  const parts = [eraseIndex, (unit: UnitOfWork) => ports.deletion.vacuum(unit, PAGES)]
  for (const part of parts) {
    let more = true
    while (more) {
      if (control.signal.aborted) return ok(false)
      const done = ports.attempt(() => ports.transact(part))
      if (!done.ok) return done
      more = done.value
      await control.pause()
    }
  }
  return ports.attempt(() => ports.deletion.emptyJournal())
}

function sumOf(one: Counts, other: Counts): Counts {
  return {
    articles: one.articles + other.articles,
    annotations: one.annotations + other.annotations,
    versions: one.versions + other.versions,
    blobs: one.blobs + other.blobs,
  }
}
