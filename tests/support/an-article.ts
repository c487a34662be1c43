import type { ArticleRecords, ArticleRef } from '../../src/main/archive/ports/article-records.ts'
import type { Reading } from '../../src/main/archive/ports/reading.ts'
import type { UnitOfWork } from '../../src/main/archive/ports/unit-of-work.ts'
import type { JsonObject } from '../../src/shared/json.ts'
import type { ReadingState } from '../../src/shared/model/article.ts'
import type { ArticleUid, Instant, RenditionId, Sha256, Uid, VersionId } from '../../src/shared/model/identity.ts'
import type { ItemNote } from '../../src/shared/model/item-note.ts'
import { aPreparedRendition, type ContentOptions } from './prepared.ts'

/** The instant at which tests stand still unless they say otherwise. */
export const TEST_NOW = anInstant('2026-11-23T08:00:00.000Z')

/** An instant from its ISO form. */
export function anInstant(iso: string): Instant {
  return iso as Instant
}

let uids = 0

/** A uid in the form of a UUIDv7, different each time. */
export function aUid(): ArticleUid {
  uids++
  return `019a0000-0000-7000-8000-${uids.toString(16).padStart(12, '0')}` as Uid as ArticleUid
}

/** What a test wants a stored article to be. `text: null` makes a link without text. */
export interface ArticleOptions extends Omit<ContentOptions, 'text'> {
  readonly text?: string | null
  readonly uid?: ArticleUid
  readonly added?: string
  readonly state?: ReadingState
  readonly starred?: boolean
  readonly service?: string | null
  readonly sourceId?: string | null
  readonly url?: string | null
  readonly mediaType?: string | null
  readonly parameters?: JsonObject
  readonly notes?: readonly ItemNote[]
  /** Must be among the blobs already. */
  readonly original?: Sha256 | null
  readonly fingerprint?: Uint8Array | null
}

/** An article with its current version and rendition; `rendition` null for a link. */
export interface StoredTestArticle extends ArticleRef {
  readonly version: VersionId
  readonly rendition: RenditionId | null
}

/** Stores an article through the ports, with its row of the listing. */
export function aStoredArticle(
  { records, reading }: { readonly records: ArticleRecords; readonly reading: Reading },
  unit: UnitOfWork,
  options: ArticleOptions = {},
): StoredTestArticle {
  const { text, service = null, sourceId = null, url = null, ...rest } = options
  const { uid = aUid(), added = TEST_NOW, state = 'unread', starred = false } = rest
  const article = records.createArticle(unit, { uid, added: anInstant(added), state, starred })
  records.addSource(unit, article.id, { service, sourceId, url, canonicalUrl: url })
  const { version, rendition } = aStoredVersion(records, unit, article, {
    ...rest,
    text: text === null ? null : (text ?? `Text of ${uid}.`),
  })
  reading.refreshListing(unit, article.id)
  return { ...article, version, rendition }
}

/** Adds a version to an article and makes it current; the listing is not refreshed. */
export function aStoredVersion(
  records: ArticleRecords,
  unit: UnitOfWork,
  article: ArticleRef,
  options: ArticleOptions = {},
): Pick<StoredTestArticle, 'version' | 'rendition'> {
  const { text, original = null, mediaType = 'text/plain', parameters = {}, notes = [], ...content } = options
  const version = records.createVersion(unit, article.id, {
    captured: TEST_NOW,
    original,
    mediaType,
    parameters,
    notes,
  })
  records.setCurrentVersion(unit, article.id, version)
  if (text === null) return { version, rendition: null }
  const prepared = aPreparedRendition({ ...content, ...(text === undefined ? {} : { text }) })
  const rendition = records.createRendition(unit, version, prepared)
  records.setCurrentRendition(unit, version, rendition)
  return { version, rendition }
}
