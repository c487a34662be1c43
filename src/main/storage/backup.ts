import { existsSync, renameSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { appError, Failure } from '../../shared/app-error.ts'
import type { Result } from '../../shared/result.ts'
import { attemptAsync } from './attempt.ts'
import { assertWritable, connect } from './connection-file.ts'
import { applyReaderSettings } from './connection-settings.ts'
import { flushFolder } from './flush-folder.ts'
import { makePrivateFile } from './make-private-file.ts'
import { removeDatabaseFiles } from './sqlite-files.ts'

/** Pages copied before others get a turn: 4 MB, a few milliseconds. */
const PAGES_AT_A_TIME = 500

/**
 * Copies an archive in use to `target`, as of the moment of the call: one file with `journal_mode=DELETE`, written under
 * a temporary name beside it and renamed when it is whole, so that `target` is never half a backup; readable to its owner alone. Fails with
 * `storage/exists` (unless `overwrite`), `not-writable`, `disk-full`, `busy`; nothing is left behind then.
 */
export async function copyArchive(
  archive: string,
  target: string,
  options: { readonly overwrite?: boolean } = {},
): Promise<Result<{ readonly bytes: number }>> {
  const file = resolve(target)
  const partial = `${file}.${String(process.pid)}.partial`
  return attemptAsync(file, async () => {
    assertFree(archive, file, options.overwrite ?? false)
    assertWritable(file, false)
    try {
      makePrivateFile(partial)
      await copySnapshot(archive, partial)
      leaveInOneFile(partial)
      assertFree(archive, file, options.overwrite ?? false)
      renameSync(partial, file)
      flushFolder(dirname(file))
      return { bytes: statSync(file).size }
    } finally {
      removeDatabaseFiles(partial)
    }
  })
}

function assertFree(archive: string, file: string, overwrite: boolean): void {
  if (!existsSync(file)) return
  if (!overwrite || resolve(archive) === file) throw new Failure(appError('storage/exists', { file }))
}

/**
 * On a connection of its own. In WAL mode it holds a snapshot: without it SQLite begins the copy anew whenever another
 * process commits, and a long import would keep a backup from ever ending. In DELETE mode a snapshot would lock the
 * writers out, so there a copy may begin anew.
 */
async function copySnapshot(archive: string, partial: string): Promise<void> {
  const source = connect(archive, { create: false })
  try {
    applyReaderSettings(source)
    if (source.pragma('journal_mode', { simple: true }) === 'wal') holdSnapshot(source)
    await source.backup(partial, { progress: () => PAGES_AT_A_TIME })
  } finally {
    source.close()
  }
}

/** A deferred transaction sees nothing before its first read. */
function holdSnapshot(source: Database): void {
  source.exec('BEGIN')
  source.prepare('SELECT count(*) FROM archive').get()
}

/** The copy is page for page, the header's WAL mark included. */
function leaveInOneFile(partial: string): void {
  const copy = new Sqlite(partial, { fileMustExist: true })
  try {
    copy.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}
