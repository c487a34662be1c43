import type { AppError } from '../../shared/app-error.ts'
import { detect } from './detect.ts'
import type { DraftMarks } from '../archive/prepared-article.ts'
import type { Draft } from './draft.ts'
import type { DraftFailure, DraftOrFailure, ImportFormat, ImportSource } from './format.ts'
import type { SourceList } from './sources/find-sources.ts'
import { sha256 } from './steps/sha256.ts'

/** What the person who imports says about all items at once. */
export interface ImportWishes {
  /** Format to read everything as, instead of what is found by looking. */
  readonly format?: ImportFormat
  /** URL of items that state none. */
  readonly url?: string
  readonly tags?: readonly string[]
  /** Paths from the root, such as `['Work', 'War']`. */
  readonly collections?: readonly (readonly string[])[]
  /** What is said about single items by their source, in place of what they say themselves. */
  readonly marks?: ReadonlyMap<string, DraftMarks>
}

/** An item as read, and how far its source has been read by then: 0 to 1, null while unknown. */
export type ReadItem = DraftOrFailure & { readonly sourceNumber: number; readonly share: number | null }

/** Reads all items of all sources, one by one and in order; a source that cannot be read is one failed item. */
export async function* readDrafts(sources: SourceList, wishes: ImportWishes = {}): AsyncGenerator<ReadItem> {
  let sourceNumber = 0
  for await (const found of sources.read()) {
    sourceNumber++
    if (!found.ok) {
      yield { ...unread(found.path, found.error), sourceNumber, share: null }
      continue
    }
    const { source } = found
    for await (const item of readSource(source, wishes)) {
      const share = item.position === null || source.size === null ? null : item.position / Math.max(source.size, 1)
      yield { ...(item.ok ? { ...item, draft: withWishes(item.draft, wishes) } : item), sourceNumber, share }
    }
  }
}

async function* readSource(source: ImportSource, wishes: ImportWishes): AsyncGenerator<DraftOrFailure> {
  if (wishes.format !== undefined) {
    yield* wishes.format.read(source)
    return
  }
  const head = await source.head()
  const format = head.ok ? detect({ fileName: source.fileName, head: head.value }) : head
  if (format.ok) yield* format.value.read(source)
  else yield unread(source.path, format.error)
}

/** No bytes were read that could name the item; it is tried again next time anyway. */
function unread(path: string, error: AppError): DraftFailure {
  const details = { ...error.details, path }
  const key = { sourceHash: sha256(path), key: 'unread' }
  return { ok: false, source: path, key, error: { ...error, details }, position: null }
}

function withWishes(draft: Draft, wishes: ImportWishes): Draft {
  const { url, tags = [], collections = [] } = wishes
  const marks = wishes.marks?.get(draft.source) ?? draft.marks
  return {
    ...draft,
    url: draft.url ?? url ?? null,
    marks: {
      ...marks,
      tags: [...new Set([...marks.tags, ...tags])],
      collections: [...marks.collections, ...collections],
    },
  }
}
