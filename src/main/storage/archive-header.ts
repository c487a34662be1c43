import { closeSync, openSync, readSync } from 'node:fs'
import { APPLICATION_ID } from './connection-settings.ts'

/** What the first 100 bytes of a file say (https://sqlite.org/fileformat.html#the_database_header). */
export type ArchiveHeader =
  | { readonly kind: 'empty' }
  /** A first page that never held a table: another process is just creating it, or was killed while it did. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'archive'; readonly wal: boolean }

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1')

/**
 * Tells an archive from anything else before SQLite touches the file (opening a stranger's database could already
 * roll a journal back). The application id can be trusted here: a new archive is created in one transaction before WAL.
 */
export function readArchiveHeader(file: string): ArchiveHeader {
  const header = Buffer.alloc(100)
  const length = readStart(file, header)
  if (length === 0) return { kind: 'empty' }
  if (length < header.length || !header.subarray(0, MAGIC.length).equals(MAGIC)) return { kind: 'foreign' }
  if (isUntouched(header)) return { kind: 'unfinished' }
  if (header.readUInt32BE(68) !== APPLICATION_ID) return { kind: 'foreign' }
  return { kind: 'archive', wal: header[18] === 2 }
}

/** `auto_vacuum = INCREMENTAL` alone makes SQLite write one page, before the transaction that creates the tables. */
function isUntouched(header: Buffer): boolean {
  const [pages, schemaCookie, userVersion, applicationId] = [28, 40, 60, 68].map((at) => header.readUInt32BE(at))
  return pages === 1 && schemaCookie === 0 && userVersion === 0 && applicationId === 0
}

function readStart(file: string, into: Buffer): number {
  const descriptor = openSync(file, 'r')
  try {
    return readSync(descriptor, into, 0, into.length, 0)
  } finally {
    closeSync(descriptor)
  }
}
