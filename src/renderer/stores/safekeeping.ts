import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { JobToStart } from '../../shared/ipc/contract.ts'
import type { Job } from '../../shared/model/job.ts'
import type { ArchiveStats } from '../../shared/model/safekeeping.ts'
import { theHost } from '../api.ts'
import { useJobs } from './jobs.ts'

/** Counts and sizes of the archive. */
export type StatsState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AppError }
  | { readonly status: 'ready'; readonly stats: ArchiveStats }

/** Long work that keeps an archive safe. */
export type KeepingKind = 'archive.verify' | 'archive.backup' | 'archive.rebuild-index'

/** One kind of it: never done here, under way, ended, or not even begun for a reason. */
export type KeepingState =
  | { readonly status: 'none' }
  | { readonly status: 'job'; readonly job: Job }
  | { readonly status: 'refused'; readonly error: AppError }

/** The dialog of the archive: what is in it, whether it is whole, a copy of it. */
export const useSafekeeping = defineStore('safekeeping', () => {
  const jobs = useJobs()
  const isOpen = shallowRef(false)
  const stats = shallowRef<StatsState>({ status: 'loading' })
  const refused = shallowRef<Partial<Record<KeepingKind, AppError>>>({})
  const backupTo = shallowRef('')

  /** Opens the dialog. */
  async function open(): Promise<void> {
    isOpen.value = true
    await Promise.all([readStats(), suggestBackup()])
  }

  function close(): void {
    isOpen.value = false
  }

  async function readStats(): Promise<void> {
    const answer = await theHost().client.request('archive.stats', {})
    stats.value = answer.ok ? { status: 'ready', stats: answer.value } : { status: 'failed', error: answer.error }
  }

  /** Proposes a name beside nothing that is there: the documents folder, the archive's name and the day. */
  async function suggestBackup(): Promise<void> {
    const { client } = theHost()
    const [places, archive] = await Promise.all([client.request('host.places', {}), client.request('host.archive', {})])
    if (!places.ok || !archive.ok || backupTo.value !== '') return
    const name =
      archive.value.file
        .split(/[/\\]/)
        .at(-1)
        ?.replace(/\.offprint$/i, '') ?? 'Archive'
    const day = new Date().toISOString().slice(0, 10)
    backupTo.value = `${places.value.documents.replace(/[/\\]+$/, '')}/${name} ${day}.offprint`
  }

  /** Starts one kind of the work. */
  async function start(kind: KeepingKind): Promise<void> {
    refused.value = { ...refused.value, [kind]: undefined }
    const started = await jobs.start(jobOf(kind, backupTo.value.trim()))
    if (!started.ok) refused.value = { ...refused.value, [kind]: started.error }
  }

  /** The newest of a kind. */
  function stateOf(kind: KeepingKind): KeepingState {
    const error = refused.value[kind]
    if (error !== undefined) return { status: 'refused', error }
    const job = jobs.jobs.find((one) => one.kind === kind)
    return job === undefined ? { status: 'none' } : { status: 'job', job }
  }

  return { isOpen, stats, backupTo, open, close, readStats, start, stateOf }
})

function jobOf(kind: KeepingKind, to: string): JobToStart {
  return kind === 'archive.backup' ? { kind, input: { to } } : { kind, input: {} }
}
