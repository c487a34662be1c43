import { shallowRef, type ShallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { ExportPreview } from '../../shared/model/export-preview.ts'
import type { ArticleSelection } from '../../shared/model/selection.ts'
import { theHost } from '../api.ts'

/** What the preview shows. */
export type PreviewState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly preview: ExportPreview }
  | { readonly status: 'failed'; readonly error: AppError }

/** A preview that is asked for again and again; a newer wish makes an older answer void. */
export interface LivePreview {
  readonly state: ShallowRef<PreviewState>
  readonly ask: (selection: ArticleSelection, template: string | null) => Promise<void>
  /** Makes every answer under way void. */
  readonly drop: () => void
}

/** Makes one. What is shown stays until the next answer comes, so that the sheet does not flicker. */
export function createLivePreview(): LivePreview {
  const state = shallowRef<PreviewState>({ status: 'loading' })
  let asked = 0
  return {
    state,
    ask: async (selection, template) => {
      const mine = ++asked
      const answer = await theHost().client.request('export.preview', { selection, template, templateText: null })
      if (mine !== asked) return
      state.value = answer.ok ? { status: 'ready', preview: answer.value } : { status: 'failed', error: answer.error }
    },
    drop: () => {
      asked++
      state.value = { status: 'loading' }
    },
  }
}
