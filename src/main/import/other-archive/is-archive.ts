/** How every SQLite file begins. */
const SQLITE = 'SQLite format 3\0'
/** Where its header holds the application id (https://sqlite.org/fileformat.html#application_id). */
const APPLICATION_ID = { at: 68, value: 'OFPT' } as const

/** Whether a file begins as Offprint's own archives do. */
export function isArchive(head: Uint8Array): boolean {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 100))
  const { at, value } = APPLICATION_ID
  return start.toString('latin1', 0, SQLITE.length) === SQLITE && start.toString('latin1', at, at + 4) === value
}
