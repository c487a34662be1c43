import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { UpdateAnswer, UpdateProgress } from '../../shared/ipc/host-contract.ts'
import { theHost } from '../api.ts'

/** How the last check for updates stands; `progress` null = the person is being asked. */
export type Updating =
  | { readonly status: 'running'; readonly progress: UpdateProgress | null }
  | { readonly status: 'answered'; readonly answer: Exclude<UpdateAnswer, { readonly status: 'left' }> }
  | { readonly status: 'failed'; readonly error: AppError }

/** Checking for updates by hand, and how the last check ended until somebody has read it. */
export const useUpdating = defineStore('updating', () => {
  const state = shallowRef<Updating | null>(null)

  /** One at a time; the host asks the person before it asks anybody else. */
  async function check(): Promise<void> {
    if (state.value?.status === 'running') return
    const { client } = theHost()
    state.value = { status: 'running', progress: null }
    const end = client.on('host.updateProgress', (progress) => {
      state.value = { status: 'running', progress }
    })
    const checked = await client.request('host.checkForUpdates', {})
    end()
    if (!checked.ok) state.value = { status: 'failed', error: checked.error }
    else state.value = checked.value.status === 'left' ? null : { status: 'answered', answer: checked.value }
  }

  /** Ends a download. */
  async function stop(): Promise<void> {
    await theHost().client.request('host.stopUpdate', {})
  }

  function dismiss(): void {
    state.value = null
  }

  return { state, check, stop, dismiss }
})
