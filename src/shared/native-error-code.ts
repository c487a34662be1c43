/** The code (`ENOENT`, `SQLITE_BUSY`) of an error of the system, of Node or of SQLite; undefined for any other. */
export function nativeErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
