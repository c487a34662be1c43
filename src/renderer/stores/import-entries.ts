import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Job, JobUid } from '../../shared/model/job.ts'
import { isActive, isImport, NO_WISHES, stateOfJob, type ImportEntry } from './import-entry.ts'
import { dropKeptImport, keptImport } from './kept-imports.ts'

/** The imports of this window, in the order they were asked for. */
export interface ImportEntries {
  readonly all: ShallowRef<readonly ImportEntry[]>
  readonly active: ComputedRef<ImportEntry | null>
  readonly waiting: ComputedRef<readonly ImportEntry[]>
  /** What the view shows: the import under way, else the next, else the newest that ended. */
  readonly shown: ComputedRef<ImportEntry | null>
  readonly find: (id: string) => ImportEntry | undefined
  readonly append: (entry: Omit<ImportEntry, 'id'>) => ImportEntry
  readonly change: (id: string, facts: Partial<ImportEntry>) => void
  readonly remove: (id: string) => void
  readonly clear: () => void
  /** Takes what a job says into its entry; `adopt` = one that this window did not start gets an entry too. */
  readonly take: (job: Job, adopt: boolean) => void
}

/** Makes the list. */
export function createImportEntries(): ImportEntries {
  const all = shallowRef<readonly ImportEntry[]>([])
  const removed = new Set<JobUid>()
  const active = computed(() => all.value.find(isActive) ?? null)
  const waiting = computed(() => all.value.filter(({ state }) => state.status === 'waiting'))
  const shown = computed(() => active.value ?? waiting.value[0] ?? all.value.at(-1) ?? null)
  let next = 1

  const find = (id: string): ImportEntry | undefined => all.value.find((entry) => entry.id === id)

  function append(facts: Omit<ImportEntry, 'id'>): ImportEntry {
    const entry = { ...facts, id: `import-${String(next++)}` }
    all.value = [...all.value, entry]
    return entry
  }

  function change(id: string, facts: Partial<ImportEntry>): void {
    all.value = all.value.map((entry) => (entry.id === id ? { ...entry, ...facts } : entry))
  }

  function remove(id: string): void {
    const job = find(id)?.job ?? null
    if (job !== null) {
      removed.add(job)
      dropKeptImport(job)
    }
    all.value = all.value.filter((entry) => entry.id !== id)
  }

  function take(job: Job, adopt: boolean): void {
    const known = all.value.find((entry) => entry.job === job.uid)
    if (known !== undefined) change(known.id, { state: stateOfJob(job, known.state) })
    else if (adopt && isImport(job) && !removed.has(job.uid)) {
      const kept = keptImport(job.uid) ?? { folder: null, unread: [], wishes: NO_WISHES }
      append({ source: null, job: job.uid, ...kept, state: stateOfJob(job, null) })
    }
  }

  const clear = (): void => {
    all.value = []
  }

  return { all, active, waiting, shown, find, append, change, remove, clear, take }
}
