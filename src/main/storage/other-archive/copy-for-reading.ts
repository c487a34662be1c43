import { constants, copyFileSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { connect } from '../connection-file.ts'
import { BUSY_TIMEOUT } from '../connection-settings.ts'

/**
 * Copies an archive into a file of ours, as of now: SQLite would leave files beside one that was only read, and an older
 * schema is brought up to date in the copy. Where the file system can, the copy shares its blocks and costs nothing. One
 * whose WAL holds something (open elsewhere, or left by a crash) is copied by SQLite, which puts the two together.
 */
export async function copyForReading(file: string, copy: string): Promise<void> {
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) {
    copyFileSync(file, copy, constants.COPYFILE_FICLONE)
  } else {
    await copyWithWal(file, copy)
  }
  const database = connect(copy, { create: false })
  try {
    database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
  }
}

async function copyWithWal(file: string, copy: string): Promise<void> {
  let source: Database.Database
  try {
    source = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT })
  } catch {
    // In a place where no memory beside it can be shared nobody else is at work either.
    for (const ending of ['', '-wal']) copyFileSync(file + ending, copy + ending)
    return
  }
  try {
    await source.backup(copy)
  } finally {
    source.close()
  }
}
