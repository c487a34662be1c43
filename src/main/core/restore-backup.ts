import type { Result } from '../../shared/result.ts'
import { textOfReaderHtml } from '../import/clean/text-of-reader-html.ts'
import { restoreArchive, type RestoreReport } from '../storage/restore.ts'
import { systemClock } from './clock.ts'

/** Puts a backup in the archive's place after checking it; what stood there is kept aside. */
export function restoreBackup(backup: string, archive: string): Result<RestoreReport> {
  return restoreArchive({
    backup,
    archive,
    now: systemClock(),
    textOf: textOfReaderHtml,
    onProgress: () => undefined,
  })
}
