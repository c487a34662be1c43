import type { Result } from '../../../shared/result.ts'
import type { ArticleUid, Uid } from '../../../shared/model/identity.ts'
import type { ArchivedArticle, Shelves } from './archived-article.ts'

/** An article's names in another archive. */
export interface ArchivedName {
  readonly uid: ArticleUid
  /** Another one whenever the article, its notes, its organisation or its reading position is. */
  readonly stamp: string
}

/** Another archive, open for reading. What cannot be read throws a `Failure` `import/archive-damaged`. */
export interface OtherArchive {
  readonly uid: Uid
  readonly shelves: () => Shelves
  /** In the order of their rows. */
  readonly names: () => readonly ArchivedName[]
  readonly article: (uid: ArticleUid) => ArchivedArticle
}

/** Other archives that one import reads; their files are never changed. */
export interface OtherArchives {
  /**
   * Opens the archive at a path; `told` names it in errors: `import/archive-damaged`, `import/own-archive`,
   * `storage/newer-archive`.
   */
  readonly open: (file: string, told: string) => Promise<Result<OtherArchive>>
  /** Closes all of them and removes what was copied. */
  readonly close: () => void
}
