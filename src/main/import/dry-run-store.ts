import type { ImportItemReport } from '../../shared/model/import.ts'
import { ok } from '../../shared/result.ts'
import { isArchived } from '../archive/ports/archived-article.ts'
import type { ImportStore, ReadyItem } from '../archive/ports/import-store.ts'

/**
 * A store that stores nothing and says what storing would most likely do. It knows items of earlier runs and of this
 * one by their keys; that another item is the same article (same URL, same text) only the real store finds out.
 */
export function createDryRunStore(findEarlier: ImportStore['findEarlier']): ImportStore {
  const seen = new Set<string>()
  return {
    findEarlier,
    storeShelves: () => ok(null),
    storeBatch: (items) => ok(items.map((item) => predict(item, seen))),
  }
}

function predict({ key, source, result }: ReadyItem, seen: Set<string>): ImportItemReport {
  if (!result.ok) return { source, outcome: 'failed', uid: null, title: null, reason: result.error, notes: [] }
  const item = result.value
  const { title, notes, rendition } = isArchived(item) ? { title: item.title, notes: [], rendition: item } : item
  const name = `${key.sourceHash} ${key.key}`
  const outcome = seen.has(name) ? 'already' : rendition === null ? 'linkOnly' : 'added'
  seen.add(name)
  return { source, outcome, uid: null, title, reason: null, notes }
}
