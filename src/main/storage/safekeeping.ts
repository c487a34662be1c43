import type { Database } from 'better-sqlite3'
import type { Safekeeping } from '../archive/ports/safekeeping.ts'
import { copyArchive } from './backup.ts'
import { linksCheck } from './links/links-check.ts'
import { listingCheck } from './listing/listing-check.ts'
import { readStats } from './stats.ts'
import type { Check } from './verify/check.ts'
import { verifyArchive } from './verify/verify-archive.ts'

/**
 * Copies and checks of an open archive, on the writer's or on a reader's connection. `moreChecks` are those of other
 * parts of storage.
 */
export function createSafekeeping(
  connection: { readonly file: string; readonly database: Database },
  moreChecks: readonly Check[] = [listingCheck, linksCheck],
): Safekeeping {
  const { file, database } = connection
  return {
    copyTo: (target, options) => copyArchive(file, target, options),
    verify: (textOf, onProgress) => verifyArchive(database, { textOf, onProgress, moreChecks }),
    stats: () => readStats(database, file),
  }
}
