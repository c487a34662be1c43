import { shallowRef, type ShallowRef } from 'vue'
import type { AppError } from '../../../shared/app-error.ts'
import type { ImportEntry } from '../../stores/import-entry.ts'
import { useImporting } from '../../stores/importing.ts'

/** Takes whole imports back, and knows which were. */
export interface ImportUndo {
  readonly error: ShallowRef<AppError | null>
  readonly isUndone: (id: string) => boolean
  readonly takeBack: (entry: ImportEntry) => Promise<void>
}

/** Imports taken back in this run of the window; their reports stay and say so. */
const undone = shallowRef<ReadonlySet<string>>(new Set())

/** The undo of whole imports. */
export function useImportUndo(): ImportUndo {
  const importing = useImporting()
  const error = shallowRef<AppError | null>(null)
  return {
    error,
    isUndone: (id) => undone.value.has(id),
    takeBack: async ({ id, state }) => {
      if (state.status !== 'done' || state.report.gesture === null) return
      const done = await importing.undoImport(state.report.gesture)
      error.value = done.ok ? null : done.error
      if (done.ok) undone.value = new Set([...undone.value, id])
    },
  }
}
