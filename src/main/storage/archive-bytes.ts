import { statSync } from 'node:fs'

/** Bytes of an archive's files: the file itself and the journal beside it. */
export function archiveBytes(file: string): number {
  return [file, `${file}-wal`].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0)
}
