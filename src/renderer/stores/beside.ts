import type { ArticleRow } from '../../shared/model/article.ts'

/** The articles beside one, null at the ends. */
export interface Beside {
  readonly previous: ArticleRow | null
  readonly next: ArticleRow | null
}
