import type { Database } from 'better-sqlite3'
import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { LinkedArticle, LinkedPlace } from '../../../shared/model/note-link.ts'
import type { DeepLink } from '../../../shared/text/deep-link.ts'

/** Columns of a `LinkedArticle`, from `LINKED_FROM`. */
export const LINKED_COLUMNS = `a.uid, l.title, l.label, l.language, coalesce(r.direction, 'ltr') AS direction`
/** An article with what it is called; joined to a row that has it as `a`. */
export const LINKED_FROM = `JOIN article_listing l ON l.article = a.id LEFT JOIN version v ON v.id = a.current_version
  LEFT JOIN rendition r ON r.id = v.current_rendition`

interface PlaceRow extends LinkedArticle {
  readonly isTrashed: 0 | 1
}

/** Says what stands at the end of a link; two look-ups by uid. */
export function createFindPlace(database: Database): (to: DeepLink) => LinkedPlace {
  const selectArticle = database.prepare<[ArticleUid], PlaceRow>(
    `SELECT ${LINKED_COLUMNS}, a.trashed_at IS NOT NULL AS isTrashed FROM article a ${LINKED_FROM} WHERE a.uid = ?`,
  )
  const selectQuote = database.prepare<[string, ArticleUid], { readonly quote: string | null }>(
    `SELECT n.quote FROM annotation n JOIN article a ON a.id = n.article WHERE n.uid = ? AND a.uid = ?`,
  )
  return ({ article, annotation }) => {
    const row = selectArticle.get(article)
    if (row === undefined) return { status: 'gone', what: 'article' }
    const { isTrashed, ...named } = row
    const found = annotation === null ? { quote: null } : selectQuote.get(annotation, article)
    if (found === undefined) return { status: 'gone', what: 'annotation' }
    return { status: isTrashed === 1 ? 'trashed' : 'here', article: named, quote: found.quote }
  }
}
