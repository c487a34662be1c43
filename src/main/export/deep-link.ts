import type { AnnotationUid, ArticleUid } from '../../shared/model/identity.ts'

/** The link that opens an article in Offprint, at an annotation of it when one is given. */
export function deepLink(article: ArticleUid, annotation?: AnnotationUid): string {
  return `offprint://article/${article}${annotation === undefined ? '' : `#${annotation}`}`
}
