import type { Analyse } from './ports/analyse.ts'
import type { ArticleIndex } from './ports/article-index.ts'
import type { ArticleRecords } from './ports/article-records.ts'
import type { Attempt } from './ports/attempt.ts'
import type { Blobs } from './ports/blobs.ts'
import type { Clock, NewUid } from './ports/clock.ts'
import type { Deletion } from './ports/deletion.ts'
import type { Entities } from './ports/entities.ts'
import type { History } from './ports/history.ts'
import type { ImportLedger } from './ports/import-ledger.ts'
import type { NearDuplicates } from './ports/near-duplicates.ts'
import type { Organising } from './ports/organising.ts'
import type { Reading } from './ports/reading.ts'
import type { ReadingPositions } from './ports/reading-positions.ts'
import type { Restoring } from './ports/restoring.ts'
import type { Trash } from './ports/trash.ts'
import type { Savepoint, Transact } from './ports/unit-of-work.ts'

/** Everything that the writing use cases need; `core.ts` joins it from storage and search. */
export interface ArchivePorts {
  readonly attempt: Attempt
  readonly transact: Transact
  readonly savepoint: Savepoint
  readonly clock: Clock
  readonly newUid: NewUid
  readonly records: ArticleRecords
  readonly entities: Entities
  readonly history: History
  readonly blobs: Blobs
  readonly ledger: ImportLedger
  readonly organising: Organising
  readonly reading: Reading
  readonly nearDuplicates: NearDuplicates
  readonly index: ArticleIndex
  readonly analyse: Analyse
  readonly trash: Trash
  readonly deletion: Deletion
  readonly positions: ReadingPositions
  readonly restoring: Restoring
}
