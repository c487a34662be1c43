import type { ArticleId, Instant, RenditionId, Sha256, Uid, VersionId } from '../../../shared/model/identity.ts'
import type { ArchivedBlob, RenditionMark } from './archived-article.ts'
import type { EntityKind } from './entities.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** What putting articles of another archive in place needs to know and do beyond `ArticleRecords`. */
export interface Restoring {
  /** The version of that uid. */
  readonly version: (uid: Uid) => { readonly id: VersionId; readonly article: ArticleId } | undefined
  /** Renditions of a version by what tells them apart. */
  readonly renditionsOf: (version: VersionId) => readonly (Omit<RenditionMark, 'id'> & { readonly id: RenditionId })[]
  /** Number and moment of the version that is shown; undefined for an article without one. */
  readonly current: (article: ArticleId) => { readonly number: number; readonly captured: Instant } | undefined
  /** Number of a version within its article. */
  readonly numberOf: (version: VersionId) => number
  /** Keeps a blob of another archive, unless it is here. */
  readonly copyBlob: (unit: UnitOfWork, sha256: Sha256, read: () => ArchivedBlob) => void
  /** Sets when an article was changed last, as the other archive has it. */
  readonly setChanged: (unit: UnitOfWork, article: ArticleId, changed: Instant) => void
  /** When something was deleted here for good; undefined when it never was. */
  readonly deletedAt: (kind: EntityKind, uid: string) => Instant | undefined
  /** Whether a membership or a correction has this uid. */
  readonly isTaken: (kind: 'override' | 'article-tag' | 'annotation-tag' | 'article-collection', uid: Uid) => boolean
}
