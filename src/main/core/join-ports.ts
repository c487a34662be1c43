import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { Clock, NewUid } from '../archive/ports/clock.ts'
import { createAnalyser } from '../search/analyse.ts'
import { createArticleIndex } from '../search/article-index.ts'
import { createArticleRecords } from '../storage/article-records.ts'
import { createBlobs } from '../storage/blobs.ts'
import { createDeletion } from '../storage/deletion.ts'
import { createEntities } from '../storage/entities/entities.ts'
import { createHistory } from '../storage/history.ts'
import { createImportLedger } from '../storage/import-ledger.ts'
import { createNearDuplicates } from '../storage/near-duplicates.ts'
import type { ArchiveConnection } from '../storage/open-archive.ts'
import { createOrganising } from '../storage/organising.ts'
import { createReadingPositions } from '../storage/reading-positions.ts'
import { createRestoring } from '../storage/restoring.ts'
import { createReading } from '../storage/reading/reading.ts'
import { createTrash } from '../storage/reading/read-trash.ts'

/** Joins storage and search into what the use cases need, over one writing connection. */
export function joinPorts(
  connection: ArchiveConnection,
  { clock, newUid }: { readonly clock: Clock; readonly newUid: NewUid },
): ArchivePorts {
  const { database, attempt, transact, savepoint } = connection
  return {
    attempt,
    transact,
    savepoint,
    clock,
    newUid,
    records: createArticleRecords(database, { clock, newUid }),
    entities: createEntities(database, clock),
    history: createHistory(database, clock),
    blobs: createBlobs(database),
    ledger: createImportLedger(database),
    organising: createOrganising(database),
    reading: createReading(database),
    nearDuplicates: createNearDuplicates(database),
    index: createArticleIndex(database),
    analyse: createAnalyser(),
    trash: createTrash(database),
    deletion: createDeletion(database, clock),
    positions: createReadingPositions(database),
    restoring: createRestoring(database),
  }
}
