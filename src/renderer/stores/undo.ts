import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { GestureUid } from '../../shared/model/identity.ts'
import { theHost } from '../api.ts'

/** What stands in the bar at the list's foot. */
export type UndoOffer =
  /** Something was done; `sentence` says what, `gesture` takes it back. */
  | { readonly kind: 'done'; readonly sentence: string; readonly gesture: GestureUid }
  /** Something was taken back. */
  | { readonly kind: 'undone'; readonly changes: number }
  | { readonly kind: 'failed'; readonly error: AppError }

/** How long an offer stands, milliseconds; ⌘Z undoes without it just as well. */
const STANDS = 12_000

/** The way back from what was done last. */
export const useUndo = defineStore('undo', () => {
  const offered = shallowRef<UndoOffer | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Says what was done and offers to take it back; null = nothing changed, so there is nothing to offer. */
  function offer(sentence: string, gesture: GestureUid | null): void {
    if (gesture !== null) show({ kind: 'done', sentence, gesture })
  }

  /** Says in the same place why something was not done. */
  function fail(error: AppError): void {
    show({ kind: 'failed', error })
  }

  /** Takes the offered gesture back, or the newest one when nothing is offered. */
  async function undo(): Promise<void> {
    const gesture = offered.value?.kind === 'done' ? offered.value.gesture : null
    await takeBack(gesture)
  }

  /** Takes the newest gesture back, whatever is offered. */
  async function undoNewest(): Promise<void> {
    await takeBack(null)
  }

  async function takeBack(gesture: GestureUid | null): Promise<void> {
    const report = await theHost().client.request('gesture.undo', { gesture })
    if (report.ok) show({ kind: 'undone', changes: report.value.changes })
    else fail(report.error)
  }

  function show(next: UndoOffer): void {
    offered.value = next
    clearTimeout(timer)
    if (next.kind !== 'failed') timer = setTimeout(dismiss, STANDS)
  }

  function dismiss(): void {
    clearTimeout(timer)
    offered.value = null
  }

  return { offered, offer, fail, undo, undoNewest, dismiss }
})
