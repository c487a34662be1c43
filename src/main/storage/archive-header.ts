import { closeSync, openSync, readSync } from 'node:fs'
import { APPLICATION_ID } from './connection-settings.ts'

/** What the first 100 bytes of a file say (https://sqlite.org/fileformat.html#the_database_header). */
export type ArchiveHeader =
  { readonly kind: 'empty' } | { readonly kind: 'foreign' } | { readonly kind: 'archive'; readonly wal: boolean }

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
  if (header.readUInt32BE(68) !== APPLICATION_ID) return { kind: 'foreign' }
  return { kind: 'archive', wal: header[18] === 2 }
}

function readStart(file: string, into: Buffer): number {
  const descriptor = openSync(file, 'r')
  try {
    return readSync(descriptor, into, 0, into.length, 0)
  } finally {
    closeSync(descriptor)
  }
}
