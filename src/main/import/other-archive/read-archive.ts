import { Failure, type AppError } from '../../../shared/app-error.ts'
import type { Sha256 } from '../../../shared/model/identity.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { ArchivedArticle, Shelves } from '../../archive/ports/archived-article.ts'
import type { ItemKey } from '../../archive/ports/import-ledger.ts'
import type { ArchivedName, OtherArchive, OtherArchives } from '../../archive/ports/other-archives.ts'
import { spool, type SpooledFile } from '../containers/spool.ts'
import type { DraftFailure, ImportSource } from '../format.ts'
import { sha256 } from '../steps/sha256.ts'
import { checkRendition } from './check-rendition.ts'

/** What reading another archive yields: first what orders its articles, then these. */
export type ArchiveItem =
  | { readonly ok: true; readonly shelves: Shelves; readonly position: null }
  | {
      readonly ok: true
      readonly archived: ArchivedArticle
      readonly source: string
      readonly key: ItemKey
      readonly position: number | null
    }
  | DraftFailure

/** Reads another archive article by article; one that cannot be read is a failed item, the others are read. */
export async function* readArchive(source: ImportSource, others: OtherArchives): AsyncGenerator<ArchiveItem> {
  const file = source.filePath === undefined ? await spool(source) : ok<SpooledFile>({ path: source.filePath, remove })
  if (!file.ok) {
    yield failed(source.path, file.error)
    return
  }
  const opened = await others.open(file.value.path, source.path)
  // What is read from now on is read from a copy.
  await file.value.remove()
  const listed = opened.ok ? attempt(() => list(opened.value)) : opened
  if (!opened.ok || !listed.ok) {
    yield failed(source.path, opened.ok ? (listed as { readonly error: AppError }).error : opened.error)
    return
  }
  const { shelves, names } = listed.value
  yield { ok: true, shelves, position: null }
  const share = (index: number): number | null =>
    source.size === null ? null : (source.size * (index + 1)) / names.length
  for (const [index, name] of names.entries()) yield readItem(opened.value, source.path, name, share(index))
}

function remove(): Promise<void> {
  return Promise.resolve()
}

function list(archive: OtherArchive): { readonly shelves: Shelves; readonly names: readonly ArchivedName[] } {
  return { shelves: archive.shelves(), names: archive.names() }
}

function readItem(archive: OtherArchive, path: string, name: ArchivedName, position: number | null): ArchiveItem {
  const source = `${path}#${name.uid}`
  const key = { sourceHash: hashOf(archive.uid), key: `${name.uid} ${name.stamp}` }
  const read = attempt(() => archive.article(name.uid))
  if (!read.ok) return { ok: false, source, key, error: withPath(read.error, source), position }
  const archived = { ...read.value, rendition: (id: number) => checkRendition(read.value.rendition(id)) }
  return { ok: true, archived, source, key, position }
}

function failed(path: string, error: AppError): DraftFailure {
  return {
    ok: false,
    source: path,
    key: { sourceHash: hashOf(path), key: 'unread' },
    error: withPath(error, path),
    position: null,
  }
}

function withPath(error: AppError, path: string): AppError {
  return { ...error, details: { ...error.details, path } }
}

function hashOf(name: string): Sha256 {
  return sha256(`offprint ${name}`)
}

function attempt<Value>(work: () => Value): Result<Value> {
  try {
    return ok(work())
  } catch (error) {
    if (error instanceof Failure) return err(error.appError)
    throw error
  }
}
