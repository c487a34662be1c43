import { rmSync } from 'node:fs'

/** Endings of the files that a database may consist of: itself, WAL with its shared memory, rollback journal. */
export const SQLITE_FILE_ENDINGS = ['', '-wal', '-shm', '-journal'] as const

/** Removes a database that is not open, with whatever lies beside it; none there is no error. */
export function removeDatabaseFiles(file: string): void {
  for (const ending of SQLITE_FILE_ENDINGS) rmSync(file + ending, { force: true })
}
