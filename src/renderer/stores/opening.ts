import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { HostArchive } from '../../shared/ipc/host-contract.ts'
import type { Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'

/** Whether the dialog that opens or makes an archive is shown, and how its last attempt ended. */
export type OpeningState =
  | { readonly status: 'closed' }
  | { readonly status: 'choosing'; readonly mode: 'open' | 'create'; readonly error: AppError | null }
  | { readonly status: 'opening'; readonly mode: 'open' | 'create' }

/** Opening and making archives by a typed path. */
export const useOpening = defineStore('opening', () => {
  const state = shallowRef<OpeningState>({ status: 'closed' })
  const file = shallowRef('')

  /** Shows the dialog; the path of the archive that is open, or would be made, stands in the field. */
  async function choose(mode: 'open' | 'create'): Promise<void> {
    state.value = { status: 'choosing', mode, error: null }
    const archive = await theHost().client.request('host.archive', {})
    if (archive.ok && file.value === '') file.value = archive.value.file
  }

  function switchTo(mode: 'open' | 'create'): void {
    if (state.value.status === 'choosing') state.value = { status: 'choosing', mode, error: null }
  }

  function close(): void {
    state.value = { status: 'closed' }
  }

  /** Opens what the dialog names; the dialog closes when it worked and stays with the reason when not. */
  async function confirm(): Promise<HostArchive | null> {
    if (state.value.status !== 'choosing') return null
    const { mode } = state.value
    state.value = { status: 'opening', mode }
    const opened = await open(file.value.trim(), mode === 'create')
    state.value = opened.ok ? { status: 'closed' } : { status: 'choosing', mode, error: opened.error }
    return opened.ok ? opened.value : null
  }

  /** Opens the archive at a path, or makes it. */
  function open(path: string, create: boolean): Promise<Result<HostArchive>> {
    return theHost().client.request('host.openArchive', { file: path, create })
  }

  /** Makes an archive at the usual place when none is open; does nothing when one is. */
  async function ensure(): Promise<Result<HostArchive>> {
    const archive = await theHost().client.request('host.archive', {})
    if (!archive.ok || archive.value.status === 'open') return archive
    return open(archive.value.file, true)
  }

  return { state, file, choose, switchTo, close, confirm, open, ensure }
})
