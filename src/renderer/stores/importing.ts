import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { UndoReport } from '../../shared/model/gesture.ts'
import type { GestureUid } from '../../shared/model/identity.ts'
import type { Job } from '../../shared/model/job.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'
import { createImportEntries } from './import-entries.ts'
import { isActive, NO_WISHES, type ImportEntry, type ImportSource, type ImportWishes } from './import-entry.ts'
import { useJobs } from './jobs.ts'
import { startImport } from './start-import.ts'
import { createUnfinishedOffer } from './unfinished-import.ts'

/** Imports of this window: one runs, others wait, ended ones keep their report until they are dismissed. */
export const useImporting = defineStore('importing', () => {
  const jobs = useJobs()
  const entries = createImportEntries()
  const { active, waiting, shown } = entries
  const unfinished = createUnfinishedOffer(() => active.value === null && waiting.value.length === 0)
  /** What the next import is put into and given; chosen anew for each. */
  const wishes = shallowRef<ImportWishes>(NO_WISHES)
  /** Names of what could not be read of what was dropped or chosen, until it is read. */
  const unreadable = shallowRef<readonly string[]>([])
  let isPumping = false
  /** Ends the handing over that goes on. */
  let giving = new AbortController()

  /** Adds an import at the end of the queue; it starts when those before it have ended. */
  function add(source: ImportSource, given: ImportWishes = wishes.value): void {
    entries.append({ source, job: null, folder: null, wishes: given, state: { status: 'waiting' } })
    wishes.value = NO_WISHES
    void pump()
  }

  /** Runs what waits, one after the other. */
  async function pump(): Promise<void> {
    if (isPumping) return
    isPumping = true
    const next = (): ImportEntry | undefined => (active.value === null ? waiting.value[0] : undefined)
    for (let entry = next(); entry !== undefined; entry = next()) await runEntry(entry)
    isPumping = false
    await unfinished.look()
  }

  async function runEntry(entry: ImportEntry): Promise<void> {
    const change = (facts: Partial<ImportEntry>): void => entries.change(entry.id, facts)
    giving = new AbortController()
    const onUnread = (names: readonly string[]): void => void (unreadable.value = [...unreadable.value, ...names])
    const started = await startImport(entry, { start: jobs.start, change, signal: giving.signal, onUnread })
    if (!started.ok) {
      // Of one that was stopped before it began nothing has come in, so there is nothing to report.
      if (giving.signal.aborted) entries.remove(entry.id)
      else change({ state: { status: 'failed', error: started.error, progress: null } })
      return
    }
    change({ job: started.value, state: { status: 'running', progress: null, cancelling: false } })
    entries.take(await jobs.ended(started.value), false)
  }

  // While the queue runs, a job without an entry is one that is being started here, before its name is known.
  const follow = (list: readonly Job[]): void => {
    // Another archive was opened: what was of the one before is not of this.
    if (list.length === 0) entries.clear()
    for (const job of list.toReversed()) entries.take(job, !isPumping)
    void pump()
  }
  watch(() => jobs.jobs, follow, { flush: 'sync' })

  /** Stops an import; what is in stays. One that waits, or whose files are still handed over, is taken out of the queue. */
  async function stop(id: string): Promise<void> {
    const entry = entries.find(id)
    if (entry?.state.status === 'waiting') entries.remove(id)
    else if (entry?.state.status === 'giving') giving.abort()
    else if (entry !== undefined && entry.job !== null) await jobs.cancel(entry.job)
  }

  /** Takes an ended import's report away, and the files that were handed over for it. */
  async function dismiss(id: string): Promise<void> {
    const entry = entries.find(id)
    if (entry === undefined || isActive(entry)) return
    entries.remove(id)
    await forgetFiles(entry)
  }

  /** Goes on with the import that was cut short. */
  function resume(): void {
    unfinished.found.value = null
    add({ kind: 'unfinished' }, NO_WISHES)
  }

  return {
    ...{ active, waiting, shown, wishes, unreadable, add, stop, dismiss, resume, bringSample, undoImport },
    ...{ unfinished: unfinished.found, lookForUnfinished: unfinished.look, leave: unfinished.leave },
  }
})

/** Brings the built-in sample in and answers when it is there. */
async function bringSample(): Promise<Result<null>> {
  const ended = await useJobs().run({ kind: 'import.sample', input: {} })
  if (!ended.ok) return ended
  return ended.value.state.status === 'failed' ? err(ended.value.state.error) : ok(null)
}

/** Takes a whole import back. */
function undoImport(gesture: GestureUid): Promise<Result<UndoReport>> {
  return theHost().client.request('gesture.undo', { gesture })
}

async function forgetFiles(entry: ImportEntry): Promise<void> {
  if (entry.folder === null || mayGoOn(entry)) return
  await theHost().client.request('host.forgetUpload', { folder: entry.folder })
}

/** A stopped import may go on later, and then reads its files again. */
function mayGoOn({ state }: ImportEntry): boolean {
  return state.status === 'done' && state.report.cancelled
}
