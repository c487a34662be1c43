import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { OrganisedGroup } from '../../shared/model/organisation.ts'
import type { SavedSearch } from '../../shared/model/saved-search.ts'
import type { Result } from '../../shared/result.ts'
import type { Uid } from '../../shared/model/identity.ts'
import { theHost } from '../api.ts'
import { followArchive } from './follow-archive.ts'
import { oneAfterAnother } from './one-after-another.ts'

/** Least time between two readings, milliseconds: each costs a search for every line. */
const PAUSE = 2000

/** Queries that are kept, with what each finds now. */
export const useSavedSearches = defineStore('saved-searches', () => {
  const list = shallowRef<readonly SavedSearch[]>([])
  /** When the last reading ended. */
  let last = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** Reads them again; one reading ends before the next begins. */
  const refresh = oneAfterAnother(async () => {
    clearTimeout(waiting)
    waiting = undefined
    const answer = await theHost().client.request('saved-search.list', {})
    if (answer.ok) list.value = answer.value
    else if (answer.error.code === 'host/no-archive') list.value = []
    last = Date.now()
  })

  /** Reads them again soon: an import changes the archive many times a second. */
  function refreshSoon(): void {
    waiting ??= setTimeout(() => void refresh(), Math.max(0, last + PAUSE - Date.now()))
  }

  /** Follows changes; answers what ends that. */
  function follow(): () => void {
    const end = followArchive(refresh, refreshSoon)
    return () => {
      clearTimeout(waiting)
      end()
    }
  }

  async function change(done: Promise<Result<OrganisedGroup>>): Promise<Result<OrganisedGroup>> {
    const answer = await done
    if (answer.ok) await refresh()
    return answer
  }

  return {
    list,
    follow,
    refresh,
    create: (name: string, query: string) => change(theHost().client.request('saved-search.create', { name, query })),
    rename: (uid: Uid, name: string) =>
      change(theHost().client.request('saved-search.edit', { uid, name, query: null })),
    /** Puts one before another, or after all. */
    move: (uid: Uid, before: Uid | null) => change(theHost().client.request('saved-search.move', { uid, before })),
    remove: (uid: Uid) => change(theHost().client.request('saved-search.delete', { uid })),
  }
})
