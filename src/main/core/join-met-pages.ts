import type { ArticleUid, GestureUid, Uid } from '../../shared/model/identity.ts'
import type { ImportItemReport } from '../../shared/model/import.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { JobRunControl } from '../archive/job-runner.ts'
import { joinPages, type JoinedPages } from '../archive/join-pages.ts'
import type { ParsePool } from '../import/pool/parse-pool.ts'
import { remakeInPool } from './remake-in-pool.ts'

/** What an import's items are told through while pages of articles may still be joined. */
export interface PageReports {
  /** Tells an item on, or holds it back until it is known what became of its article's pages. */
  readonly take: (item: ImportItemReport) => void
  /** Tells on what was held back. */
  readonly release: (joined: ReadonlyMap<ArticleUid, JoinedPages>) => void
}

/** Holds back pages of articles of several: what there is to say of each depends on whether the others came too. */
export function createPageReports(tell: (item: ImportItemReport) => void): PageReports {
  const held: ImportItemReport[] = []
  return {
    take: (item) => {
      if (item.uid !== null && item.notes.some(isOfSeveral)) held.push(item)
      else tell(item)
    },
    release: (joined) => {
      const told = new Set<ArticleUid>()
      for (const item of held.splice(0)) {
        const whole = item.uid === null ? undefined : joined.get(item.uid)
        const isFirst = item.uid !== null && !told.has(item.uid)
        if (item.uid !== null) told.add(item.uid)
        tell(
          whole === undefined ? item : { ...item, notes: item.notes.flatMap((note) => toldNow(note, whole, isFirst)) },
        )
      }
    },
  }
}

function isOfSeveral({ kind }: ItemNote): boolean {
  return kind === 'one-of-several-pages'
}

/** That pages are missing is said once of each article. */
function toldNow(note: ItemNote, { pages, notes }: JoinedPages, isFirst: boolean): readonly ItemNote[] {
  if (!isOfSeveral(note)) return [note]
  const joined: ItemNote = { kind: 'joined-pages', details: { page: note.details['page'] ?? null, pages } }
  return [joined, ...(isFirst ? notes.filter(isOfSeveral) : [])]
}

/** Joins the pages that a run met. An article whose pages cannot be read together stays as they came in; the storage's failures end it. */
export async function joinMetPages(
  ports: ArchivePorts,
  pool: ParsePool,
  met: { readonly run: Uid; readonly articles: readonly ArticleUid[] },
  control: Pick<JobRunControl, 'pause' | 'signal'>,
): Promise<Result<ReadonlyMap<ArticleUid, JoinedPages>>> {
  const joined = new Map<ArticleUid, JoinedPages>()
  for (const uid of met.articles) {
    if (control.signal.aborted) break
    const done = await joinPages(ports, remakeInPool(pool), met.run as string as GestureUid, uid)
    if (!done.ok && done.error.code.startsWith('storage/')) return done
    if (done.ok && done.value !== null) joined.set(uid, done.value)
    await control.pause()
  }
  return ok(joined)
}
