import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { appError, Failure, type AppError } from '../../../shared/app-error.ts'
import type { ArticleUid } from '../../../shared/model/identity.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { OtherArchive, OtherArchives } from '../../archive/ports/other-archives.ts'
import { assertNotNewer, assertOurs, connect } from '../connection-file.ts'
import { applyReaderSettings, CONNECTION_PRAGMAS } from '../connection-settings.ts'
import { migrate, readSchema } from '../migrations/migrate.ts'
import { MIGRATIONS, newestSchema } from '../migrations/migrations.ts'
import { readingOther, checkedUid } from './checked.ts'
import { copyForReading } from './copy-for-reading.ts'
import { createOtherArticle } from './other-article.ts'
import { readShelves } from './other-shelves.ts'

/** Archives that one import reads, beside the one at `own` that it writes. They are read from copies in a scratch folder. */
export function createOtherArchives(own: string): OtherArchives {
  const closers: (() => void)[] = []
  return {
    open: async (file, told) => {
      if (isSameFile(file, own)) return err(appError('import/own-archive', { path: told }))
      const folder = mkdtempSync(join(tmpdir(), 'offprint-archive-'))
      closers.push(() => {
        rmSync(folder, { recursive: true, force: true })
      })
      return openCopy(file, join(folder, 'archive'), told, closers)
    },
    close: () => {
      for (const close of closers.splice(0).reverse()) close()
    },
  }
}

async function openCopy(
  file: string,
  copy: string,
  told: string,
  closers: (() => void)[],
): Promise<Result<OtherArchive>> {
  try {
    await copyForReading(file, copy)
    const database = connect(copy, { create: false })
    closers.push(() => {
      database.close()
    })
    return ok(readingOther(() => openDatabase(database, told)))
  } catch (error) {
    return err(openingError(error, told))
  }
}

/** What came of opening, in words of the archive that was asked for and not of its copy. */
function openingError(error: unknown, told: string): AppError {
  try {
    return readingOther((): never => {
      throw error
    })
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure
    return { ...failure.appError, details: { ...failure.appError.details, path: told } }
  }
}

function openDatabase(database: Database, told: string): OtherArchive {
  for (const pragma of CONNECTION_PRAGMAS) database.pragma(pragma)
  assertOurs(told, database)
  assertNotNewer(told, readSchema(database), newestSchema(MIGRATIONS))
  migrate(database, MIGRATIONS)
  applyReaderSettings(database)
  const row = database.prepare<[], { readonly uid: unknown }>('SELECT uid FROM archive').get()
  const uid = checkedUid(row?.uid)
  const article = createOtherArticle(database, uid)
  return {
    uid,
    shelves: () => readingOther(() => readShelves(database, uid)),
    names: () => readingOther(() => readNames(database)),
    article: (name) => withReading(readingOther(() => article(name))),
  }
}

type Article = ReturnType<ReturnType<typeof createOtherArticle>>

/** What is read later is read as carefully. */
function withReading(article: Article): Article {
  return {
    ...article,
    rendition: (id) => readingOther(() => article.rendition(id)),
    blob: (sha256) => {
      const blob = readingOther(() => article.blob(sha256))
      return { ...blob, chunks: () => readingEach(blob.chunks()) }
    },
  }
}

function* readingEach<Item>(items: Iterable<Item>): Generator<Item> {
  const iterator = items[Symbol.iterator]()
  for (;;) {
    const next = readingOther(() => iterator.next())
    if (next.done === true) return
    yield next.value
  }
}

function readNames(database: Database): readonly { readonly uid: ArticleUid; readonly stamp: string }[] {
  return database
    .prepare<[], { readonly uid: unknown; readonly stamp: string }>(
      `SELECT uid, changed_at || ' ' || ifnull(position_offset, '') || ' ' || ifnull(furthest_offset, '') AS stamp
       FROM article ORDER BY id`,
    )
    .all()
    .map(({ uid, stamp }) => ({ uid: checkedUid(uid) as ArticleUid, stamp }))
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}
