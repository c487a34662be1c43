import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { UndoReport } from '../../shared/model/gesture.ts'
import type { GestureUid } from '../../shared/model/identity.ts'
import type { Job } from '../../shared/model/job.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'
import { createImportEntries } from './import-entries.ts'
import { isActive, NO_WISHES, type ImportEntry, type ImportSource, type ImportWishes } from './import-entry.ts'
import { createImportQueue } from './import-queue.ts'
import { useJobs } from './jobs.ts'
import { createUnfinishedOffer } from './unfinished-import.ts'

/** Imports of this window: one runs, others wait, ended ones keep their report until they are dismissed. */
export const useImporting = defineStore('importing', () => {
  const jobs = useJobs()
  const entries = createImportEntries()
  const { active, waiting, shown } = entries
  const unfinished = createUnfinishedOffer(() => active.value === null && waiting.value.length === 0)
  /** What the next import is put into and given; chosen anew for each. */
  const wishes = shallowRef<ImportWishes>(NO_WISHES)
  /** Names of what could not be read where nothing else was dropped, so that no import came of it. */
  const unreadable = shallowRef<readonly string[]>([])
  const queue = createImportQueue({ entries, jobs, onIdle: unfinished.look })
  const { stop, pause } = queue

  /**
   * Adds an import at the end of the queue; it starts when those before it have ended. `unread` names what was given with it
   * and could not be read.
   */
  function add(source: ImportSource, given: ImportWishes = wishes.value, unread: readonly string[] = []): void {
    entries.append({ source, job: null, folder: null, unread, wishes: given, state: { status: 'waiting' } })
    wishes.value = NO_WISHES
    void queue.pump()
  }

  const follow = (list: readonly Job[]): void => {
    // Another archive was opened.
    if (list.length === 0) queue.leaveArchive()
    for (const job of list.toReversed()) entries.take(job, !queue.isPumping())
    void queue.pump()
  }
  watch(() => jobs.jobs, follow, { flush: 'sync' })

  /** Goes on with the import that was cut short. */
  function resume(): void {
    unfinished.found.value = null
    add({ kind: 'unfinished' }, NO_WISHES)
  }

  /** Takes an ended import's report away, and the files that were handed over for it. */
  async function dismiss(id: string): Promise<void> {
    const entry = entries.find(id)
    if (entry === undefined || isActive(entry)) return
    entries.remove(id)
    await forgetFiles(entry)
  }

  return {
    ...{ active, waiting, shown, wishes, unreadable, add, stop, pause, dismiss, resume, bringSample, undoImport },
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
