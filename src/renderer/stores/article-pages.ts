import type { AppError } from '../../shared/app-error.ts'
import type { ListAnswer } from '../../shared/model/search.ts'
import type { Result } from '../../shared/result.ts'
import { createPageShelf, PAGE, type PageShelf } from './page-shelf.ts'

/** Pages read before they come into sight, in the direction of scrolling; one behind. */
const AHEAD = 4
/** Questions under way at once: two keep the core busy without making a jump wait behind a row of them. */
const AT_ONCE = 2

/** What the pages tell of themselves. */
export interface PagesListener {
  readonly onTotal: (total: number) => void
  readonly onRows: () => void
  readonly onFailure: (error: AppError) => void
}

/** A long list of which only what was looked at is loaded. */
export interface ArticlePages extends Pick<PageShelf, 'rowAt' | 'rowsOf' | 'indexOf'> {
  /** Says which rows are in sight; they are read first, then those they lead to. */
  readonly want: (first: number, last: number) => void
  /**
   * Reads everything in sight anew; old rows stay until the new ones are there. `shift` = rows by which what is in
   * sight has moved in the list. Resolves when the first of it is there, or cannot be had.
   */
  readonly renew: (shift: number) => Promise<void>
  /** Asks and tells no more. */
  readonly stop: () => void
}

/** Makes the pages of one list over a function that reads a stretch of it. */
export function createArticlePages(
  load: (offset: number, limit: number) => Promise<Result<ListAnswer>>,
  listener: PagesListener,
): ArticlePages {
  const shelf = createPageShelf()
  const underWay = new Set<number>()
  let wanted: Wanted = { first: 0, last: 0, isForward: true }
  /** Rises when the list is read anew: answers to older questions are of no use. */
  let generation = 0
  /** Pages there are, as far as is known. */
  let end = Infinity
  let status: 'going' | 'failed' | 'stopped' = 'going'

  function pump(): void {
    while (status === 'going' && underWay.size < AT_ONCE) {
      const isMissing = (page: number): boolean => page < end && !shelf.isFresh(page) && !underWay.has(page)
      const next = [...pagesWanted(wanted), ...endsOf(end)].find(isMissing)
      if (next === undefined) return
      void read(next)
    }
  }

  async function read(page: number): Promise<void> {
    const mine = generation
    underWay.add(page)
    const answer = await load(page * PAGE, PAGE)
    if (mine !== generation) return
    underWay.delete(page)
    take(page, answer)
    pump()
  }

  function take(page: number, answer: Result<ListAnswer>): void {
    if (!answer.ok) {
      status = 'failed'
      listener.onFailure(answer.error)
      return
    }
    const { total, rows } = answer.value
    // The first page is always asked for: it tells when an empty list is empty no longer.
    end = Math.max(1, Math.ceil(total / PAGE))
    shelf.put(page, rows, { here: Math.floor(wanted.first / PAGE), last: end - 1 })
    listener.onTotal(total)
    listener.onRows()
  }

  function want(first: number, last: number): void {
    const isForward = first === wanted.first ? wanted.isForward : first > wanted.first
    wanted = { first, last, isForward }
    pump()
  }

  async function renew(shift: number): Promise<void> {
    generation++
    status = 'going'
    underWay.clear()
    wanted = movedBy(wanted, shift)
    shelf.age(new Set([...pagesWanted(wanted), ...endsOf(end)]))
    // Read outside the pump, which tells nobody when it is done.
    const inSight = read(Math.min(end - 1, Math.floor(wanted.first / PAGE)))
    pump()
    await inSight
  }

  function stop(): void {
    generation++
    status = 'stopped'
  }

  return { rowAt: shelf.rowAt, rowsOf: shelf.rowsOf, indexOf: shelf.indexOf, want, renew, stop }
}

interface Wanted {
  readonly first: number
  readonly last: number
  readonly isForward: boolean
}

function movedBy({ first, last, isForward }: Wanted, shift: number): Wanted {
  return { first: Math.max(0, first + shift), last: Math.max(0, last + shift), isForward }
}

/** Pages in sight, then those ahead, then the one behind. */
function pagesWanted({ first, last, isForward }: Wanted): readonly number[] {
  const from = Math.floor(first / PAGE)
  const until = Math.floor(last / PAGE)
  const inSight = range(from, until)
  const after = range(until + 1, until + (isForward ? AHEAD : 1))
  const before = range(Math.max(0, from - (isForward ? 1 : AHEAD)), from - 1).toReversed()
  return isForward ? [...inSight, ...after, ...before] : [...inSight.toReversed(), ...before, ...after]
}

/** Both ends are always there, for the keys that jump to them. */
function endsOf(end: number): readonly number[] {
  return Number.isFinite(end) ? [0, end - 1] : []
}

function range(from: number, until: number): readonly number[] {
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, index) => from + index)
}
