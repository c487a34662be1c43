import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { HostArchive } from '../../shared/ipc/host-contract.ts'
import type { ArchiveOverview } from '../../shared/model/overview.ts'
import { theHost } from '../api.ts'
import { followArchive } from './follow-archive.ts'

/** What is known of the archive that is open. */
export type OverviewState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AppError }
  /** No archive is open; `archive.file` is where a new one would be made. */
  | { readonly status: 'none'; readonly archive: HostArchive }
  | { readonly status: 'open'; readonly archive: HostArchive; readonly overview: ArchiveOverview }

/** Least time between two readings, milliseconds: an import changes the archive many times a second. */
const PAUSE = 250

/** Counts, collections and tags of the archive, read again after every change. */
export const useOverview = defineStore('overview', () => {
  const state = shallowRef<OverviewState>({ status: 'loading' })
  /** Counts, collections and tags; null while no archive is open. */
  const facts = computed(() => (state.value.status === 'open' ? state.value.overview : null))
  const tags = computed(() => facts.value?.tags ?? [])
  const collections = computed(() => facts.value?.collections ?? [])
  let reading: Promise<void> | null = null
  let isStale = false

  /** Reads now, or once more when the reading under way has ended. */
  async function refresh(): Promise<void> {
    isStale = true
    reading ??= readWhileStale().finally(() => (reading = null))
    await reading
  }

  async function readWhileStale(): Promise<void> {
    while (isStale) {
      isStale = false
      state.value = await read()
      // The compiler cannot see that `refresh` sets it meanwhile.
      if (isStale as boolean) await new Promise((resume) => setTimeout(resume, PAUSE))
    }
  }

  async function read(): Promise<OverviewState> {
    const { client } = theHost()
    // Both at once: while an archive is being opened each waits for it. With none open the second is of no use.
    const [archive, overview] = await Promise.all([
      client.request('host.archive', {}),
      client.request('archive.overview', {}),
    ])
    if (!archive.ok) return { status: 'failed', error: archive.error }
    if (archive.value.status === 'none') return { status: 'none', archive: archive.value }
    return overview.ok
      ? { status: 'open', archive: archive.value, overview: overview.value }
      : { status: 'failed', error: overview.error }
  }

  const follow = (): (() => void) => followArchive(refresh)

  return { state, facts, tags, collections, refresh, follow }
})
