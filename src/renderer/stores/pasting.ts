import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** What the dialog for pasted text begins with. */
export interface PastedContent {
  readonly text: string
  readonly html: string | null
}

/** Whether the dialog for pasted text is open, and with what. */
export const usePasting = defineStore('pasting', () => {
  const content = shallowRef<PastedContent | null>(null)

  /** Opens the dialog, empty or with what is on the clipboard. */
  function open(begin: PastedContent = { text: '', html: null }): void {
    content.value = begin
  }

  function close(): void {
    content.value = null
  }

  return { content, open, close }
})
