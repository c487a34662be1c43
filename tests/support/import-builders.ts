import { appError } from '../../src/shared/app-error.ts'
import type { ArticleUid, Instant } from '../../src/shared/model/identity.ts'
import type { ImportItemReport } from '../../src/shared/model/import.ts'
import { err, ok } from '../../src/shared/result.ts'
import { isArchived } from '../../src/main/archive/ports/archived-article.ts'
import type { ItemKey } from '../../src/main/archive/ports/import-ledger.ts'
import type { ImportStore, ReadyItem } from '../../src/main/archive/ports/import-store.ts'
import type { Draft } from '../../src/main/import/draft.ts'
import type { ImportSource } from '../../src/main/import/format.ts'
import { NOTHING_STATED } from '../../src/main/import/formats/stated-draft.ts'
import { streamSource } from '../../src/main/import/sources/stream-source.ts'
import type { SourceList } from '../../src/main/import/sources/find-sources.ts'
import { sha256 } from '../../src/main/import/steps/sha256.ts'

/** A draft of a plain text, or whatever the overrides make of it. */
export function aDraft(text: string, overrides: Partial<Draft> = {}): Draft {
  const bytes = new TextEncoder().encode(text)
  return {
    ...NOTHING_STATED,
    key: { sourceHash: sha256(bytes), key: '' },
    source: 'a.txt',
    format: 'text',
    content: { kind: 'text', bytes, declaredEncoding: null },
    original: { bytes, mediaType: 'text/plain' },
    fileName: null,
    ...overrides,
  }
}

/** A source that holds these bytes, given in pieces of a size. */
export function aSource(content: string | Uint8Array, fileName: string | null = null, piece = 7): ImportSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const source = streamSource(fileName ?? '-', piecesOf(bytes, piece), fileName)
  return { ...source, size: bytes.length }
}

async function* piecesOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.slice(at, at + size))
}

/** Sources as an import finds them. */
export function aSourceList(makeSources: () => readonly ImportSource[]): SourceList {
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, the sources are at hand
    read: async function* () {
      for (const source of makeSources()) yield { ok: true, source }
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    count: async function* () {
      for (const index of makeSources().keys()) yield index + 1
    },
  }
}

/** Time that passes by a millisecond whenever it is asked for. */
export function tickingClock(): () => Instant {
  let now = Date.UTC(2026, 0, 1)
  return () => new Date(now++).toISOString() as Instant
}

/** A store in memory that remembers keys as the archive does; `disk` articles fit in. */
export function aMemoryStore({ disk = Infinity, batch = 64 } = {}): ImportStore & {
  readonly stored: Map<string, ImportItemReport>
  readonly batches: number[]
} {
  const stored = new Map<string, ImportItemReport>()
  const batches: number[] = []
  const name = (key: ItemKey): string => `${key.sourceHash} ${key.key}`
  const storeItem = ({ key, source, result }: ReadyItem): ImportItemReport => {
    if (!result.ok) return { source, outcome: 'failed', uid: null, title: null, reason: result.error, notes: [] }
    const uid = `uid-${String(stored.size)}` as ArticleUid
    if (isArchived(result.value)) throw new Error('this store takes no articles of archives')
    const outcome = stored.has(name(key)) ? 'already' : result.value.rendition === null ? 'linkOnly' : 'added'
    const report: ImportItemReport = { source, outcome, uid, title: result.value.title, reason: null, notes: [] }
    if (outcome !== 'already') stored.set(name(key), report)
    return report
  }
  return {
    stored,
    batches,
    findEarlier: (key) => {
      const earlier = stored.get(name(key))
      if (earlier === undefined || earlier.uid === null) return undefined
      return { uid: earlier.uid, title: earlier.title }
    },
    storeShelves: () => ok(null),
    storeBatch: (items) => {
      if (stored.size + items.length > disk) return err(appError('storage/disk-full'))
      batches.push(items.length)
      return ok(items.slice(0, batch).map(storeItem))
    },
  }
}
