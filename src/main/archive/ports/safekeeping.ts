import type { ArchiveStats, VerifyReport } from '../../../shared/model/safekeeping.ts'
import type { Result } from '../../../shared/result.ts'

/** Copies and checks of the whole archive. */
export interface Safekeeping {
  /**
   * A consistent copy in one file (`journal_mode=DELETE`), while the archive stays in use: of the moment the call was
   * made, in steps between which the thread serves others. A file of that name is `storage/exists` unless told.
   */
  readonly copyTo: (
    file: string,
    options?: { readonly overwrite?: boolean },
  ) => Promise<Result<{ readonly bytes: number }>>
  /** Checks everything that storage alone can check; `textOf` parses reader HTML (wall between rooms). */
  readonly verify: (textOf: (html: string) => string, onProgress: (done: number, total: number) => void) => VerifyReport
  /** Counts and sizes of the archive. */
  readonly stats: () => ArchiveStats
}
