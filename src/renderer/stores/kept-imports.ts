import { isJsonObject, type Json } from '../../shared/json.ts'
import type { JobUid } from '../../shared/model/job.ts'
import type { ImportEntry } from './import-entry.ts'

const KEY = 'offprint.imports'

/** What only this window knows of an import that it started. */
export type KeptImport = Pick<ImportEntry, 'folder' | 'unread' | 'wishes'>

/** Keeps it with this tab, so that after reloading its files can be read again, and be forgotten. */
export function keepImport(job: JobUid, { folder, unread, wishes }: KeptImport): void {
  write({ ...read(), [job]: { folder, unread: [...unread], wishes: { ...wishes } } })
}

/** What was kept of a job; null for one that was started elsewhere. */
export function keptImport(job: JobUid): KeptImport | null {
  const kept = read()[job]
  if (kept === undefined || !isJsonObject(kept)) return null
  const { folder, unread, wishes } = kept
  if (folder !== null && typeof folder !== 'string') return null
  const { collection, tags } = wishes !== undefined && isJsonObject(wishes) ? wishes : {}
  return {
    folder,
    unread: namesIn(unread),
    wishes: { collection: namesIn(collection), tags: namesIn(tags) },
  }
}

/** Forgets it. */
export function dropKeptImport(job: JobUid): void {
  write(Object.fromEntries(Object.entries(read()).filter(([name]) => name !== job)))
}

function read(): Readonly<Record<string, Json>> {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Json
    return isJsonObject(kept) ? kept : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

function write(kept: Readonly<Record<string, Json>>): void {
  sessionStorage.setItem(KEY, JSON.stringify(kept))
}

function namesIn(list: Json | undefined): readonly string[] {
  return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []
}
