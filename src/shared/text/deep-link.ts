import type { AnnotationUid, ArticleUid } from '../model/identity.ts'

/** What a link of Offprint points to: an article, or an annotation of it. */
export interface DeepLink {
  readonly article: ArticleUid
  readonly annotation: AnnotationUid | null
}

const UID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** A link wherever it stands in a text; its groups are the two uids. Systems may put a stroke behind the article. */
const DEEP_LINK_SOURCE = `offprint://article/(${UID})/?(?:#(${UID}))?`
const WHOLE = new RegExp(`^offprint://article/(${UID})(?:[/?#]|$)`, 'i')
const ANNOTATION = new RegExp(`#(${UID})$`, 'i')

/** The link that opens an article in Offprint, at an annotation of it when one is given. */
export function deepLink(article: ArticleUid, annotation: AnnotationUid | null = null): string {
  return `offprint://article/${article}${annotation === null ? '' : `#${annotation}`}`
}

/** Reads an address; null when it is none of an article. What stands behind the article counts only as an annotation's uid. */
export function parseDeepLink(address: string): DeepLink | null {
  const article = WHOLE.exec(address)?.[1]?.toLowerCase()
  if (article === undefined) return null
  const annotation = ANNOTATION.exec(address)?.[1]?.toLowerCase() ?? null
  return { article: article as ArticleUid, annotation: annotation as AnnotationUid | null }
}

/** Finds every link in a text, in whatever markup; a new expression each time, since it remembers where it stopped. */
export function deepLinkPattern(): RegExp {
  return new RegExp(DEEP_LINK_SOURCE, 'gi')
}
