import { closeSync, fchmodSync, openSync } from 'node:fs'
import { nativeErrorCode } from '../../shared/native-error-code.ts'

/** Read and written by its owner alone; SQLite gives the journals beside a database the same. */
export const PRIVATE = 0o600

/**
 * Makes an empty file that its owner alone may read, whatever the process' umask: a database is made in it. A file that is
 * there is left as it is, with the rights somebody gave it. Throws the system's error. (On Windows a file has the rights of
 * its folder.)
 */
export function makePrivateFile(path: string): void {
  let file: number
  try {
    file = openSync(path, 'wx', PRIVATE)
  } catch (error) {
    if (nativeErrorCode(error) === 'EEXIST') return
    throw error
  }
  try {
    fchmodSync(file, PRIVATE)
  } finally {
    closeSync(file)
  }
}
