import { shallowRef, type ShallowRef } from 'vue'

/** Pages kept, since every change copies their rows; the furthest from what is looked at go first and are asked for again. */
const KEPT = 60

/** Rows of a long list as an answer gave them, and the index of the first. */
export interface RowStretch<Row> {
  readonly offset: number
  readonly rows: readonly Row[]
}

/** A long list of which only what was looked at is loaded. */
export interface SparseRows<Row> {
  /** Loaded rows by their index; replaced whole at every change. */
  readonly rows: Readonly<ShallowRef<ReadonlyMap<number, Row>>>
  /** Loads what of a stretch (the end not included) is missing, page after page; a later call goes first. */
  readonly need: (from: number, until: number) => Promise<void>
  /** Puts rows in place that came some other way; a page whose first row is among them counts as loaded. */
  readonly put: (stretch: RowStretch<Row>) => void
  /** Forgets all rows, and what is underway. */
  readonly clear: () => void
  /** Asks for the stretch needed last anew; rows stay in place until the answer is there. */
  readonly refresh: () => Promise<void>
}

/** `load` answers null when a page could not be had now; it is asked for again when it is needed again. */
export function createSparseRows<Row>(
  page: number,
  load: (offset: number, limit: number) => Promise<RowStretch<Row> | null>,
): SparseRows<Row> {
  const rows = shallowRef<ReadonlyMap<number, Row>>(new Map())
  let wanted = { from: 0, until: 0 }
  let loaded = new Set<number>()
  let generation = 0
  let running: Promise<void> | null = null

  function put({ offset, rows: more }: RowStretch<Row>): void {
    const next = new Map(rows.value)
    for (const [index, row] of more.entries()) {
      next.set(offset + index, row)
      if ((offset + index) % page === 0) loaded.add((offset + index) / page)
    }
    for (const far of pagesTooMany(loaded, wanted, page)) {
      loaded.delete(far)
      for (let index = far * page; index < (far + 1) * page; index++) next.delete(index)
    }
    rows.value = next
  }

  function nextPage(): number | undefined {
    for (let at = Math.floor(wanted.from / page); at * page < wanted.until; at++) if (!loaded.has(at)) return at
    return undefined
  }

  /** One page at a time: of searches that wait the core keeps only the newest. */
  async function run(): Promise<void> {
    for (let at = nextPage(); at !== undefined; at = nextPage()) {
      const mine = generation
      const stretch = await load(at * page, page)
      if (mine !== generation) continue
      if (stretch === null) return
      loaded.add(at)
      put(stretch)
    }
  }

  async function need(from: number, until: number): Promise<void> {
    wanted = { from, until }
    running ??= run().finally(() => {
      running = null
    })
    await running
  }

  function clear(): void {
    generation++
    loaded = new Set()
    wanted = { from: 0, until: 0 }
    rows.value = new Map()
  }

  async function refresh(): Promise<void> {
    generation++
    loaded = new Set()
    // A list that was empty has wanted nothing yet; what came in meanwhile stands on its first page.
    await need(wanted.from, Math.max(wanted.until, wanted.from + 1))
  }

  return { rows, need, put, clear, refresh }
}

/** The loaded pages to let go. What is wanted stays, however much it is: it would only be asked for again. */
function pagesTooMany(
  loaded: ReadonlySet<number>,
  wanted: { readonly from: number; readonly until: number },
  page: number,
): readonly number[] {
  const distance = (at: number): number => Math.max(wanted.from - (at + 1) * page, at * page - wanted.until)
  const far = [...loaded].filter((at) => distance(at) > 0).sort((one, other) => distance(other) - distance(one))
  return far.slice(0, Math.max(0, loaded.size - KEPT))
}
