import type { OtherArchives } from '../archive/ports/other-archives.ts'
import type { DraftMarks } from '../archive/prepared-article.ts'
import type { Draft } from './draft.ts'
import type { ImportFormat } from './format.ts'
import { readFound, readSource, unread, type SourceItem } from './read-source.ts'
import type { SourceList } from './sources/find-sources.ts'

/** What the person who imports says about all items at once. */
export interface ImportWishes {
  /** Format to read everything as, instead of what is found by looking. */
  readonly format?: ImportFormat
  /** URL of items that state none. */
  readonly url?: string
  /** CSS selector of what is the article in every page. */
  readonly element?: string
  readonly tags?: readonly string[]
  /** Paths from the root, such as `['Work', 'War']`. */
  readonly collections?: readonly (readonly string[])[]
  /** What is said about single items by their source, in place of what they say themselves. */
  readonly marks?: ReadonlyMap<string, DraftMarks>
  /** Opens locked ZIPs. */
  readonly password?: string
}

/** An item as read, and how far its source has been read by then: 0 to 1, null while unknown. */
export type ReadItem = SourceItem & { readonly sourceNumber: number; readonly share: number | null }

/**
 * Reads all items of all sources, one by one and in order; a source that cannot be read is one failed item. `others`
 * opens Offprint's own archives.
 */
export async function* readDrafts(
  sources: SourceList,
  wishes: ImportWishes = {},
  others: OtherArchives | null = null,
): AsyncGenerator<ReadItem> {
  let sourceNumber = 0
  for await (const found of sources.read()) {
    sourceNumber++
    if (!found.ok) {
      yield { ...unread(found.path, found.error), sourceNumber, share: null }
      continue
    }
    const reading = { format: wishes.format, depth: 0, others, password: wishes.password ?? null }
    const size = 'source' in found ? found.source.size : null
    const items = 'source' in found ? readSource(found.source, reading) : readFound(found.bundle, reading)
    for await (const item of items) {
      const share = item.position === null || size === null ? null : item.position / Math.max(size, 1)
      yield { ...wished(item, wishes), sourceNumber, share }
    }
  }
}

function wished(item: SourceItem, wishes: ImportWishes): SourceItem {
  if (!item.ok || 'shelves' in item) return item
  if ('draft' in item) return { ...item, draft: withWishes(item.draft, wishes) }
  const { tags = [], collections = [] } = wishes
  return { ...item, archived: { ...item.archived, wishes: { tags, collections } } }
}

function withWishes(draft: Draft, wishes: ImportWishes): Draft {
  const { url, element, tags = [], collections = [] } = wishes
  const marks = wishes.marks?.get(draft.source) ?? draft.marks
  return {
    ...draft,
    url: draft.url ?? url ?? null,
    ...(element === undefined ? {} : { element: { selector: element } }),
    marks: {
      ...marks,
      tags: [...new Set([...marks.tags, ...tags])],
      collections: [...marks.collections, ...collections],
    },
  }
}
