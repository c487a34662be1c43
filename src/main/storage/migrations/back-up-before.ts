import { basename, dirname, extname } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Instant } from '../../../shared/model/identity.ts'
import { dateForFileName } from '../date-for-file-name.ts'
import { freePath } from '../free-path.ts'
import { makePrivateFile } from '../make-private-file.ts'

/**
 * Copies an archive in one file next to itself before it is migrated, and answers the copy's path, such as
 * `Name (schema 1, before update 2026-11-23 01.12.38).offprint`. A copy of that name is never overwritten.
 */
export function backUpBefore(database: Database, file: string, schema: number, now: Instant): string {
  const extension = extname(file)
  const stem = `${basename(file, extension)} (schema ${String(schema)}, before update ${dateForFileName(now)})`
  const copy = freePath(dirname(file), stem, extension)
  // An empty file that is there is written into.
  makePrivateFile(copy)
  database.prepare('VACUUM INTO ?').run(copy)
  return copy
}
