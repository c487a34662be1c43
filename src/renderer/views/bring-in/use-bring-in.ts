import { shallowRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AppError } from '../../../shared/app-error.ts'
import { chooseFiles } from '../../composables/choose-files.ts'
import { readChosen, readDropped, type FoundFile } from '../../composables/dropped-files.ts'
import { pastedFile, type Pasted } from '../../composables/pasted-file.ts'
import { useImporting } from '../../stores/importing.ts'
import { useOpening } from '../../stores/opening.ts'
import { usePlace } from '../../stores/place.ts'

/** The ways in, each ending in the import view; with no archive open one is made at the usual place first. */
export interface BringIn {
  /** Why the last attempt did not start. */
  readonly error: ShallowRef<AppError | null>
  readonly choose: (what: 'files' | 'folder') => Promise<void>
  readonly drop: (transfer: DataTransfer) => Promise<void>
  readonly files: (found: readonly FoundFile[]) => Promise<void>
  readonly paste: (pasted: Pasted) => Promise<void>
}

/** The ways in, for a view or the window. */
export function useBringIn(): BringIn {
  const { t } = useI18n()
  const importing = useImporting()
  const opening = useOpening()
  const place = usePlace()
  const error = shallowRef<AppError | null>(null)

  async function files(found: readonly FoundFile[], unread: readonly string[] = []): Promise<void> {
    // With an import they stand in its report.
    importing.unreadable = found.length === 0 ? unread : []
    if (found.length === 0) return
    const opened = await opening.ensure()
    error.value = opened.ok ? null : opened.error
    if (!opened.ok) return
    importing.add({ kind: 'files', files: found }, importing.wishes, unread)
    place.go({ view: 'import' })
  }

  return {
    error,
    files,
    choose: async (what) => files(readChosen(await chooseFiles(what))),
    drop: async (transfer) => {
      const { files: found, unreadable } = await readDropped(transfer.items)
      await files(found, unreadable)
    },
    paste: (pasted) => {
      const file = pastedFile(pasted, t('import.pastedName'))
      return files([{ path: file.name, file }])
    },
  }
}
