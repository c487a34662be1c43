import { Failure, type AppError } from '../../shared/app-error.ts'
import type { ErrorCode } from '../../shared/error-code.ts'
import type { ArticleUid, GestureUid, Uid } from '../../shared/model/identity.ts'
import type { ImportItemReport } from '../../shared/model/import.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { isArchived, type ArchivedArticle } from './ports/archived-article.ts'
import { pagesOf } from './pages-of-article.ts'
import { openGesture, type Gesture } from './gesture.ts'
import { IMPORT_CHANGE } from './ports/history.ts'
import type { EarlierArticle, ImportStore, ReadyItem } from './ports/import-store.ts'
import { postponeIndex } from './postpone-index.ts'
import type { ItemKey } from './ports/import-ledger.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import type { PreparedArticle } from './prepared-article.ts'
import { restoreShelves, type ShelfNames } from './restore-shelves.ts'
import { storeArchived } from './store-archived.ts'
import { storeArticle, type StoredItem } from './store-article.ts'

/** A transaction holds at most this many articles, or as much as fits into the time, so that others get their turn. */
const BATCH = { articles: 128, milliseconds: 200 } as const

/** Failures of the archive itself: they end the run, whatever the item was. */
const FATAL: ReadonlySet<ErrorCode> = new Set([
  'storage/disk-full',
  'storage/busy',
  'storage/damaged',
  'storage/not-writable',
])

/** The storing end of an import run, and what is left to do after it. */
export interface RunStore extends ImportStore {
  /** Articles of which the run met pages: these are to be joined (`join-pages.ts`). */
  readonly pagesMet: () => readonly ArticleUid[]
}

/** Joins the storing end of one import run, whose uid is also the gesture that undo takes back. */
export function createImportStore(ports: ArchivePorts, run: Uid): RunStore {
  const gesture = run as string as GestureUid
  const shelves = new Map<Uid, ShelfNames>()
  const withPages = new Set<ArticleUid>()
  let isUndoable = false
  return {
    pagesMet: () => [...withPages],
    findEarlier: (key) => {
      const earlier = findEarlier(ports, key)
      if (earlier !== undefined && hasSeveralPages(ports, earlier.uid)) withPages.add(earlier.uid)
      return earlier
    },
    storeBatch: (items) => {
      const stored = ports.attempt(() =>
        ports.transact((unit) => {
          const reports = storeItems(ports, unit, { run, items, shelves })
          if (!isUndoable && reports.some(isNew)) makeUndoable(ports, unit, gesture)
          return reports
        }),
      )
      isUndoable ||= stored.ok && stored.value.some(isNew)
      for (const [index, { uid }] of (stored.ok ? stored.value : []).entries()) {
        if (uid !== null && isPage(items[index])) withPages.add(uid)
      }
      return stored
    },
    storeShelves: (stated) =>
      ports.attempt(() =>
        ports.transact((unit) => {
          shelves.set(stated.archive, restoreShelves(ports, openGesture(ports, unit, 'import', gesture), stated))
          return null
        }),
      ),
  }
}

function isPage(item: ReadyItem | undefined): boolean {
  return item?.result.ok === true && !isArchived(item.result.value) && item.result.value.page !== undefined
}

/** Whether pages of an article lie side by side, as a run leaves them that was killed before it joined them. */
function hasSeveralPages(ports: ArchivePorts, uid: ArticleUid): boolean {
  const article = ports.records.find(uid)
  return article !== undefined && pagesOf(ports, article.id).size > 1
}

/** What undo would move to the Trash. */
function isNew({ outcome }: ImportItemReport): boolean {
  return outcome === 'added' || outcome === 'linkOnly'
}

/**
 * Records the run as one change with its first new article, in the same transaction: a run killed anywhere can be
 * undone as far as it came, and one that brought nothing new leaves nothing to undo.
 */
function makeUndoable(ports: ArchivePorts, unit: UnitOfWork, gesture: GestureUid): void {
  const stands = ports.history
    .changesOf(gesture)
    .some(({ kind, undoneAt }) => kind === IMPORT_CHANGE && undoneAt === null)
  if (stands) return
  const change = { kind: IMPORT_CHANGE, subject: gesture, before: null, after: {} } as const
  ports.history.append(unit, { ...change, gesture, at: ports.clock(), actor: 'import' })
}

interface Batch {
  readonly run: Uid
  /** By the uid of the archive that they come from. */
  readonly shelves: ReadonlyMap<Uid, ShelfNames>
}

function storeItems(
  ports: ArchivePorts,
  unit: UnitOfWork,
  batch: Batch & { readonly items: readonly ReadyItem[] },
): readonly ImportItemReport[] {
  const postponed = postponeIndex(ports.index)
  const storing: ArchivePorts = {
    ...ports,
    index: { ...ports.index, ...postponed.index },
    savepoint: (within, work) => postponed.unlessThrown(() => ports.savepoint(within, work)),
  }
  const gesture = openGesture(storing, unit, 'import', batch.run as string as GestureUid)
  const started = Date.parse(ports.clock())
  const elapsed = (): number => Date.parse(ports.clock()) - started
  const reports: ImportItemReport[] = []
  for (const item of batch.items.slice(0, BATCH.articles)) {
    if (reports.length > 0 && elapsed() > BATCH.milliseconds) break
    reports.push(storeItem(storing, gesture, batch, item))
  }
  postponed.write()
  return reports
}

function storeItem(ports: ArchivePorts, gesture: Gesture, batch: Batch, item: ReadyItem): ImportItemReport {
  const { run } = batch
  const earlier = findEarlier(ports, item.key)
  if (earlier !== undefined && !bringsMarks(item)) {
    return record(ports, gesture, run, { item, outcome: 'already', ...earlier, reason: null, notes: [] })
  }
  const result = withoutRemoved(item.result)
  const { title, notes: found } = result.ok ? told(result.value) : { title: null, notes: [] }
  const stored = tryToStore(ports, gesture, result, batch)
  if (!stored.ok) {
    return record(ports, gesture, run, {
      item,
      outcome: 'failed',
      title,
      notes: found,
      uid: null,
      reason: stored.error,
    })
  }
  const { outcome, article, notes } = stored.value
  const report = { title, notes: [...found, ...notes], reason: null }
  return record(ports, gesture, run, { item, outcome, uid: article.uid, ...report })
}

function told(item: PreparedArticle | ArchivedArticle): Pick<ImportItemReport, 'title' | 'notes'> {
  return { title: item.title, notes: isArchived(item) ? [] : item.notes }
}

/** What extraction removed is told by `extract --explain` on demand; kept with every page it would outweigh the text. */
function withoutRemoved(result: ReadyItem['result']): ReadyItem['result'] {
  if (!result.ok || isArchived(result.value)) return result
  return { ok: true, value: { ...result.value, notes: result.value.notes.filter(({ kind }) => kind !== 'removed') } }
}

/** Tags and collections are wishes for this time: an item that is in already gets them too. */
function bringsMarks({ result }: ReadyItem): boolean {
  if (!result.ok) return false
  const { tags, collections } = isArchived(result.value) ? result.value.wishes : result.value.marks
  return tags.length + collections.length > 0
}

/** Stores one item in a SAVEPOINT of its own: what goes wrong in it takes back only its own writes. */
function tryToStore(
  ports: ArchivePorts,
  gesture: Gesture,
  result: ReadyItem['result'],
  { shelves }: Batch,
): Result<StoredItem> {
  if (!result.ok) return result
  const item = result.value
  const store = (): StoredItem =>
    isArchived(item)
      ? storeArchived(ports, gesture, item, shelves.get(item.archive) ?? new Map())
      : storeArticle(ports, gesture, item)
  const stored = ports.attempt(() => ports.savepoint(gesture.unit, store))
  if (!stored.ok && FATAL.has(stored.error.code)) throw new Failure(stored.error)
  return stored
}

interface Outcome {
  readonly item: ReadyItem
  readonly outcome: ImportItemReport['outcome']
  readonly uid: ArticleUid | null
  readonly title: string | null
  readonly reason: AppError | null
  readonly notes: readonly ItemNote[]
}

/** Commits the item's outcome together with its article, so that a killed run continues exactly here. */
function record(ports: ArchivePorts, gesture: Gesture, run: Uid, done: Outcome): ImportItemReport {
  const { item, ...report } = done
  const { outcome, uid, reason, notes } = report
  const article = uid === null ? null : (ports.organising.articleIdOf(uid) ?? null)
  const ledgerItem = { ...item.key, source: item.source, outcome, article, reason, notes }
  ports.ledger.recordItem(gesture.unit, run, ledgerItem, gesture.at)
  return { source: item.source, ...report }
}

function findEarlier(ports: ArchivePorts, key: ItemKey): EarlierArticle | undefined {
  const article = ports.ledger.findItem(key)?.article ?? null
  if (article === null) return undefined
  const uid = ports.reading.articleUid(article)
  const marks = ports.entities.read('article', uid)
  return marks?.trashed === null ? { uid, title: ports.reading.title(article) } : undefined
}
